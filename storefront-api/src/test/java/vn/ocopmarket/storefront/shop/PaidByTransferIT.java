package vn.ocopmarket.storefront.shop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;
import static vn.ocopmarket.testing.Eventually.eventually;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.BodyInserters.FormInserter;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.banktransfer.ReconcilingTransfers;

/** A buyer pays by VietQR, a bank tells of it, and staff give back what is too much, as people see it. */
class PaidByTransferIT extends RunningShop {

    private static final long PRICE = 90_000;
    private static final String PASSWORD = "money-keeper";

    @Autowired
    Accounts accounts;

    @Autowired
    ReconcilingTransfers reconciling;

    @Test
    void paysInTwoPartsAndGetsTheRestBack() {
        var begun = ordered();
        var payment = begun.at("/payment");
        assertThat(payment.at("/method").asString()).isEqualTo("vietqr");
        assertThat(payment.at("/qr/payload").asString())
                .startsWith("00020101021238")
                .contains("5802VN");
        assertThat(payment.at("/qr/image").asString()).startsWith("data:image/svg+xml;base64,");
        var reference = payment.at("/qr/transfer/reference").asString();
        var total = begun.at("/order/total/amount").asLong();
        for (var language : List.of("vi", "en")) {
            assertThat(page(web.get().uri(link(begun) + "&lang=" + language).exchange(), HttpStatus.OK))
                    .contains(reference, BANK_ACCOUNT, "class=\"qr\"", "http-equiv=\"refresh\" content=\"20\"")
                    .doesNotContain("??");
        }

        assertThat(notice("forged", "other", 1, reference)).isEqualTo(HttpStatus.BAD_REQUEST.value());
        assertThat(notice(ids.next(20), BANK_SECRET, 50_000, "CT DEN " + reference))
                .isEqualTo(204);
        eventually(() -> assertThat(timeline(begun)).contains("PAID_IN_PART"));
        assertThat(notice(ids.next(20), BANK_SECRET, total - 45_000, "CT DEN " + reference))
                .isEqualTo(204);
        eventually(() -> assertThat(order(begun).at("/orderState").asString()).isEqualTo("CONFIRMED"));

        var keeper = signedIn();
        var number = begun.at("/order/number").asString();
        var shown = staffPage(keeper, "/staff/money");
        assertThat(shown).contains(number).doesNotContain("??", "class=\"facts");
        assertThat(staffPage(keeper, "/staff/money?proof=true"))
                .contains("class=\"facts")
                .doesNotContain("??");
        var form = Pattern.compile("action=\"(/staff/money/orders/[^\"]+)\"").matcher(shown);
        assertThat(form.find()).isTrue();
        assertThat(post(keeper, form.group(1), BodyInserters.fromFormData("number", "FT123")))
                .endsWith("done=refund-sent");
        assertThat(staffPage(keeper, "/staff/money?lang=en")).doesNotContain(number, "??");
        eventually(() -> assertThat(timeline(begun)).contains("REFUNDED_IN_PART"));
        assertBalance();
        givesSomeBack(keeper, number, begun.at("/order/id").asString());
    }

    /** Two members of staff look at the same order and press one after the other. */
    private void givesSomeBack(String keeper, String number, String id) {
        var shown = staffPage(keeper, "/staff/refunds?number=" + number);
        assertThat(shown).contains("name=\"before\" value=\"0\"", "Mật ong").doesNotContain("??");
        var sku = Pattern.compile("name=\"units-([^\"]+)\"").matcher(shown);
        assertThat(sku.find()).isTrue();
        var first = BodyInserters.fromFormData("once", "1")
                .with("before", "0")
                .with("reason", "vỡ")
                .with("units-" + sku.group(1), "1");
        var second = BodyInserters.fromFormData("once", "2")
                .with("before", "0")
                .with("reason", "vỡ")
                .with("units-" + sku.group(1), "1");

        assertThat(post(keeper, "/staff/refunds/" + id, first)).endsWith("done=refund-begun");
        assertThat(post(keeper, "/staff/refunds/" + id, second)).endsWith("done=refunded-meanwhile");
        assertThat(staffPage(keeper, "/staff/refunds?number=" + number + "&lang=en"))
                .contains("name=\"before\" value=\"" + PRICE + "\"")
                .doesNotContain("??");
        assertBalance();
    }

    @Test
    void letsStaffSayWhoseMoneyItIs() {
        var begun = ordered();
        assertThat(notice(
                        "unknown-1",
                        BANK_SECRET,
                        begun.at("/order/total/amount").asLong(),
                        "tien hang"))
                .isEqualTo(204);
        var keeper = signedIn();
        eventually(() -> assertThat(staffPage(keeper, "/staff/money")).contains("tien hang"));

        var match = BodyInserters.fromFormData("act", "match")
                .with("number", begun.at("/order/number").asString());
        assertThat(post(keeper, "/staff/money/transfers/unknown-1", match)).endsWith("done=transfer-handled");

        eventually(() -> assertThat(order(begun).at("/orderState").asString()).isEqualTo("CONFIRMED"));
        assertBalance();
    }

    @Test
    void changesItsMindToACard() {
        var begun = ordered();
        var address = URI.create(begun.at("/trackingUrl").asString());
        var pay = address.getPath() + "/payments?" + address.getQuery();

        var card = web.post()
                .uri(pay)
                .body(BodyInserters.fromFormData("method", "card"))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation();

        assertThat(requireNonNull(card).toString()).startsWith(STRIPE.address().toString());
        assertThat(order(begun).at("/paymentMethod").asString()).isEqualTo("CARD");
        assertThat(page(web.get().uri(link(begun)).exchange(), HttpStatus.OK)).doesNotContain("class=\"qr\"");
    }

    private JsonNode ordered() {
        var today = LocalDate.now(clock);
        var fixture = aProduct(ids.next(8), "Mật ong " + ids.next(6))
                .at(PRICE)
                .certified(4, today.minusYears(1), today.plusYears(1));
        var _ = sell(fixture, 5);
        return read(checkOut(cartOf(fixture.sku(), 1), "vietqr", PRICE, ids.next(20)), HttpStatus.CREATED);
    }

    private int notice(String id, String secret, long amount, String text) {
        var body = """
                {"id":"%s","account":"%s","amount":{"amount":%d,"currency":"VND"},"description":"%s",
                 "bookedAt":"2026-11-22T10:00:00+07:00"}""".formatted(id, BANK_ACCOUNT, amount, text);
        return web.post()
                .uri("/api/v1/payments/bank-notices")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Bank-Signature", sign(secret, body))
                .bodyValue(body)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private static String sign(String secret, String body) {
        try {
            var at = String.valueOf(Instant.now().getEpochSecond());
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signature = mac.doFinal((at + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + at + ",v1=" + HexFormat.of().formatHex(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signedIn() {
        var keeper = new StaffMember(
                "keeper", "keeper@sample.test", Set.of(Role.ADMINISTRATOR), Set.of(), Set.of(), Set.of());
        var _ = accounts.list(keeper, "{noop}" + PASSWORD).block();
        var form = BodyInserters.fromFormData("email", keeper.email())
                .with("password", PASSWORD)
                .with("next", "/staff");
        var answer = web.post().uri("/sign-in").body(form).exchange().returnResult(Void.class);
        return requireNonNull(answer.getResponseCookies().getFirst("SESSION")).getValue();
    }

    private String staffPage(String session, String address) {
        return page(web.get().uri(address).cookie("SESSION", session).exchange(), HttpStatus.OK);
    }

    private String post(String session, String address, FormInserter<String> form) {
        WebTestClient.ResponseSpec answer =
                web.post().uri(address).cookie("SESSION", session).body(form).exchange();
        return requireNonNull(answer.expectStatus()
                        .isSeeOther()
                        .returnResult(Void.class)
                        .getResponseHeaders()
                        .getLocation())
                .toString();
    }

    private List<String> timeline(JsonNode begun) {
        return order(begun)
                .at("/timeline")
                .valueStream()
                .map(entry -> entry.at("/what").asString())
                .toList();
    }

    private JsonNode order(JsonNode begun) {
        return read(web.get().uri("/api/v1" + link(begun)).exchange(), HttpStatus.OK);
    }

    private static String link(JsonNode begun) {
        var link = URI.create(begun.at("/trackingUrl").asString());
        return link.getPath() + "?" + link.getQuery();
    }

    private void assertBalance() {
        var report = await(reconciling.reconcile());
        assertThat(report.balances()).as("%s", report).isTrue();
    }
}
