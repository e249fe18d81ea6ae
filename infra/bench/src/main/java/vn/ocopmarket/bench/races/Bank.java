package vn.ocopmarket.bench.races;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.bench.races.Shop.Answer;

/** The bank, which tells the market of money that came, and signs what it says. */
final class Bank {

    private static final String ALGORITHM = "HmacSHA256";

    private final Shop shop;
    private final Clerk clerk;
    private final SecretKeySpec secret;

    Bank(Shop shop, Clerk clerk, String secret) {
        this.shop = shop;
        this.clerk = clerk;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * Money that came.
     *
     * @param slip that the order was shown, with the account
     * @param text that the payer wrote
     * @param at when the bank booked it
     */
    record Transfer(String id, JsonNode slip, String text, long amount, Instant at) {}

    /** Tells of it once. */
    Answer tell(Transfer transfer) {
        var body = Map.of(
                "id", transfer.id(),
                "account", transfer.slip().path("account").asString(),
                "amount", Map.of("amount", transfer.amount(), "currency", "VND"),
                "description", transfer.text(),
                "bookedAt", transfer.at().toString());
        var raw = JsonMapper.shared().writeValueAsString(body);
        var seconds = Long.toString(Instant.now().getEpochSecond());
        return shop.postText(
                "/api/v1/payments/bank-notices",
                raw,
                Map.of("Bank-Signature", "t=%s,v1=%s".formatted(seconds, sign(seconds + "." + raw))));
    }

    /** Whether every dong that the bank told of is somewhere. */
    boolean balances() {
        return shop.surely(() -> shop.get("/api/v1/payments/transfers/reconciliation", clerk.signedIn()))
                .json()
                .path("balances")
                .asBoolean();
    }

    private String sign(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
