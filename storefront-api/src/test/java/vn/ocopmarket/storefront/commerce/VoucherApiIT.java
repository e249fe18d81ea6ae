package vn.ocopmarket.storefront.commerce;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.promotion.KeepingVouchers;
import vn.ocopmarket.storefront.promotion.domain.Voucher;
import vn.ocopmarket.storefront.promotion.domain.VoucherDraft;
import vn.ocopmarket.storefront.promotion.domain.Worth;

/** What programs see of vouchers at the checkout. */
class VoucherApiIT extends CommerceIT {

    @Autowired
    KeepingVouchers keeping;

    private WebTestClient web = WebTestClient.bindToServer().build();

    @BeforeEach
    void connect(@LocalServerPort int port) {
        web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    @Test
    void quotesOrdersAndShowsWhatAVoucherTakesOff() {
        var code = voucher();
        var cart = cartOf(2, onSale(100_000, 5));

        var quote = read(post("/api/v1/checkouts/quotes", quote(cart, code.toLowerCase(Locale.ROOT)), "vi"), 200);
        assertThat(quote.at("/goods/amount").asLong()).isEqualTo(200_000);
        assertThat(quote.at("/discount/amount").asLong()).isEqualTo(20_000);
        assertThat(quote.at("/vouchers/0/code").asString()).isEqualTo(code);
        assertThat(quote.at("/lines/0/total/amount").asLong()).isEqualTo(180_000);

        var answer = read(post("/api/v1/checkouts", checkout(cart, 180_000, code), "vi"), 201);
        assertThat(answer.at("/order/total/amount").asLong()).isEqualTo(200_000);
        var link = answer.at("/trackingUrl").asString();
        var path = "/api/v1/orders/" + answer.at("/order/id").asString() + link.substring(link.indexOf('?'));
        var order = read(web.get().uri(path).header("Accept-Language", "en").exchange(), 200);

        assertThat(order.at("/totals/goods/amount").asLong()).isEqualTo(200_000);
        assertThat(order.at("/totals/discount/amount").asLong()).isEqualTo(20_000);
        assertThat(order.at("/totals/vouchers/0/name").asString()).isEqualTo("A trial");
        assertThat(order.at("/totals/vouchers/0/amount/amount").asLong()).isEqualTo(20_000);
        assertThat(order.at("/lines/0/discount/amount").asLong()).isEqualTo(20_000);
        assertThat(order.at("/lines/0/total/amount").asLong()).isEqualTo(180_000);
    }

    @Test
    void namesTheVoucherThatDoesNotCountAndWhy() {
        var cart = cartOf(1, onSale(100_000, 5));

        var unknown = read(post("/api/v1/checkouts", checkout(cart, 100_000, "no such"), "en"), 409);
        assertThat(unknown.at("/type").asString()).isEqualTo("https://ocopmarket.vn/problems/voucher-refused");
        assertThat(unknown.at("/voucher").asString()).isEqualTo("NOSUCH");
        assertThat(unknown.at("/reason").asString()).isEqualTo("UNKNOWN");
        assertThat(unknown.at("/detail").asString()).isEqualTo("There is no voucher NOSUCH.");
        var little = read(post("/api/v1/checkouts/quotes", quote(cart, voucher()), "vi"), 409);
        assertThat(little.at("/reason").asString()).isEqualTo("MINIMUM");
        assertThat(little.at("/minimum/amount").asLong()).isEqualTo(150_000);
        assertThat(little.at("/detail").asString()).contains("150.000 ₫");
        var _ = read(post("/api/v1/checkouts/quotes", quote("none", "TET"), "vi"), 404);
        var _ = read(post("/api/v1/checkouts/quotes", quote(cart, " "), "vi"), 400);
    }

    @Test
    void tellsNobodyOfAVoucherThatIsToComeAndLetsNobodyGuess() {
        var cart = cartOf(2, onSale(100_000, 5));
        var running = voucher();
        var toCome = voucher(LocalDate.now(clock).plusDays(1));
        assertThat(read(post("/api/v1/checkouts/quotes", quote(cart, toCome), "vi"), 409)
                        .at("/reason")
                        .asString())
                .isEqualTo("UNKNOWN");

        // A new window, whatever the other tests tried.
        clock.moveToNext(Duration.ofMinutes(10));
        for (int guess = 0; guess < 15; guess++) {
            var _ = read(post("/api/v1/checkouts/quotes", quote(cart, running), "vi"), 200);
            var _ = read(post("/api/v1/checkouts/quotes", quote(cart, "GUESS" + guess), "vi"), 409);
            var _ = read(post("/api/v1/checkouts", checkout(cart, 180_000, "GUESS" + guess), "vi"), 409);
        }

        for (var code : List.of("GUESS", running)) {
            var refused = read(post("/api/v1/checkouts/quotes", quote(cart, code), "vi"), 429);
            assertThat(refused.at("/type").asString()).endsWith("/too-many-attempts");
        }
        var _ = read(post("/api/v1/checkouts", checkout(cart, 180_000, running), "vi"), 429);
        var _ = read(post("/api/v1/checkouts/quotes", "{\"cartId\":\"%s\"}".formatted(cart), "vi"), 200);
        clock.move(Duration.ofMinutes(10));
        var _ = read(post("/api/v1/checkouts", checkout(cart, 180_000, running), "vi"), 201);
    }

    @Test
    void letsNobodyHoldManyUsesByOrdersThatAreNotPaid() {
        var sku = onSale(100_000, 100);
        // A new window, whatever the other tests held.
        clock.moveToNext(Duration.ofMinutes(15));
        for (int order = 0; order < 5; order++) {
            var _ = read(post("/api/v1/checkouts", card(cartOf(2, sku), "Held@sample.test"), "vi"), 201);
        }
        for (int again = 0; again < 3; again++) {
            var refused = read(post("/api/v1/checkouts", card(cartOf(2, sku), "held@sample.test"), "vi"), 429);
            assertThat(refused.at("/type").asString()).endsWith("/too-many-attempts");
        }
        var cash = checkout(cartOf(2, sku), 180_000, voucher())
                .replace("0912345678\"", "0912345678\",\"email\":\"held@sample.test\"");
        var _ = read(post("/api/v1/checkouts", cash, "vi"), 201);
        for (int other = 0; other < 15; other++) {
            var _ = read(post("/api/v1/checkouts", card(cartOf(2, sku), "other" + other + "@sample.test"), "vi"), 201);
        }
        var _ = read(post("/api/v1/checkouts", card(cartOf(2, sku), "one.more@sample.test"), "vi"), 429);
        clock.move(Duration.ofMinutes(30));
        var _ = read(post("/api/v1/checkouts", card(cartOf(2, sku), "held@sample.test"), "vi"), 201);
    }

    /** The answer to the last of them was lost. */
    @Test
    void answersAgainForAnOrderThatIsThereThoughTheBuyerHoldsAsManyAsHeMay() {
        var sku = onSale(100_000, 100);
        // A window of its own: the clock is set back after each test.
        clock.move(Duration.ofMinutes(90));
        clock.moveToNext(Duration.ofMinutes(15));
        var key = ids.next(20);
        var last = card(cartOf(2, sku), "lost@sample.test");
        for (int order = 0; order < 4; order++) {
            var _ = read(post("/api/v1/checkouts", card(cartOf(2, sku), "lost@sample.test"), "vi"), 201);
        }
        var first = read(post("/api/v1/checkouts", last, "vi", key), 201);

        for (int again = 0; again < 2; again++) {
            var answer = read(post("/api/v1/checkouts", last, "vi", key), 201);
            assertThat(answer.at("/order/id")).isEqualTo(first.at("/order/id"));
        }
        var _ = read(post("/api/v1/checkouts", card(cartOf(2, sku), "lost@sample.test"), "vi"), 429);
        var _ = read(post("/api/v1/checkouts", last.replace("180000", "180001"), "vi", key), 429);
    }

    private String card(String cart, String email) {
        return checkout(cart, 180_000, voucher())
                .replace("\"cod\"", "\"card\"")
                .replace("0912345678\"", "0912345678\",\"email\":\"" + email + "\"");
    }

    private static String quote(String cart, String voucher) {
        return "{\"cartId\":\"%s\",\"vouchers\":[\"%s\"]}".formatted(cart, voucher);
    }

    private static String checkout(String cart, long expected, String voucher) {
        return """
                {"cartId":"%s","contact":{"name":"Nguyễn Thị Thử","phone":"0912345678"},
                 "delivery":{"kind":"ship","address":{"provinceCode":"01","communeCode":"00004","street":"12 phố Thử"}},
                 "paymentMethod":"cod","expectedTotal":{"amount":%d,"currency":"VND"},"vouchers":["%s"]}
                """.formatted(cart, expected, voucher);
    }

    private WebTestClient.ResponseSpec post(String path, String body, String language) {
        return post(path, body, language, ids.next(20));
    }

    private WebTestClient.ResponseSpec post(String path, String body, String language, String key) {
        return web.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .header("Accept-Language", language)
                .bodyValue(body)
                .exchange();
    }

    private static JsonNode read(WebTestClient.ResponseSpec answer, int status) {
        return requireNonNull(answer.expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    /** Ten per cent from 150,000 dong on. */
    private String voucher() {
        return voucher(LocalDate.now(clock));
    }

    private String voucher(LocalDate from) {
        var draft = new VoucherDraft(
                "TEST" + ids.next(8).toUpperCase(Locale.ROOT),
                new Voucher.Names("Mã thử", "A trial"),
                new Worth.Percent(1_000, Money.dong(100_000)),
                new Voucher.Limits(10L, 1, from, from.plusDays(1), Money.dong(150_000)),
                new Voucher.Scope(Set.of(), Set.of(), Set.of()),
                false);
        var _ = await(keeping.make(draft, "admin@sample.test"));
        return draft.code();
    }
}
