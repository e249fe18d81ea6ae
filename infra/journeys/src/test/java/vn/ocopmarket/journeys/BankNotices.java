package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.standalone.RunningMarket;

/** The bank of the sample market, which tells of money on its account. */
final class BankNotices {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String ACCOUNT = "0000000001";

    private BankNotices() {}

    /** Tells of a transfer with that text. */
    static void tell(RunningMarket market, String text, long amount) throws Exception {
        var notice = Map.of(
                "id", UUID.randomUUID().toString(),
                "account", ACCOUNT,
                "amount", Map.of("amount", amount, "currency", "VND"),
                "description", "CT DEN " + text,
                "bookedAt", Instant.now().toString());
        var seconds = Long.toString(Instant.now().getEpochSecond());
        var signed = seconds + "." + JsonMapper.shared().writeValueAsString(notice);
        var answer = new Http(market.storefront())
                .post(
                        "/api/v1/payments/bank-notices",
                        notice,
                        "Bank-Signature",
                        "t=%s,v1=%s".formatted(seconds, sign(signed, secret(market))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private static String secret(RunningMarket market) throws Exception {
        var secrets = new Properties();
        secrets.load(new StringReader(Files.readString(market.data().resolve("secrets.properties"))));
        return "bank_" + secrets.getProperty("bank.notice.secret");
    }

    private static String sign(String text, String secret) throws Exception {
        var mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
