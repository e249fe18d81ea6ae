package vn.ocopmarket.storefront.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;
import static vn.ocopmarket.testing.Eventually.eventually;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.storefront.payment.ReconcilingPayments;

/** Stripe goes away after the stock was held: it is said, nothing is charged, and the stock is free when the hold ran out. */
class CardsAwayIT extends RunningShop {

    private static final long PRICE = 90_000;
    private static final long STOCK = 5;
    private static final Duration AFTER_THE_HOLD = HOLD.plusSeconds(5);

    @Autowired
    ReconcilingPayments payments;

    @Test
    void aPaymentThatCannotBegin() {
        var sku = onSale();
        var cart = cartOf(sku, STOCK);
        var key = ids.next(20);
        STRIPE.goAway();

        var refused = read(checkOut(cart, "card", goods(), key), HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(refused.at("/type").asString()).endsWith("/payment-unavailable");
        assertThat(refused.at("/detail").asString()).contains("Bạn chưa bị trừ tiền");
        assertThat(available(sku)).as("held").isZero();

        clock.move(AFTER_THE_HOLD);
        assertThat(available(sku)).as("although Stripe is still away").isEqualTo(STOCK);
        var another = read(checkOut(cartOf(sku, STOCK), "cod", goods(), ids.next(20)), HttpStatus.CREATED);
        assertThat(another.at("/order/state").asString()).isEqualTo("CONFIRMED");

        STRIPE.comeBack();
        var again = read(checkOut(cart, "card", goods(), key), HttpStatus.CREATED);
        assertThat(again.at("/payment").has("redirectUrl"))
                .as("too late to pay")
                .isFalse();
        eventually(() -> assertThat(order(again).at("/orderState").asString()).isEqualTo("EXPIRED"));
        assertThat(order(again).at("/paymentState").asString()).isEqualTo("ENDED");
        assertNothingWasCharged();
        assertThat(available(sku)).isZero();
    }

    @Test
    void aPaymentThatCannotComplete() {
        var sku = onSale();
        var begun = read(checkOut(cartOf(sku, STOCK), "card", goods(), ids.next(20)), HttpStatus.CREATED);
        var pay = begun.at("/payment/redirectUrl").asString();
        STRIPE.goAway();

        assertThat(page(web.get().uri(link(begun)).exchange(), HttpStatus.OK))
                .contains("Đơn chưa thanh toán")
                .contains("Hàng được giữ cho bạn đến");
        clock.move(AFTER_THE_HOLD);
        assertThat(available(sku)).as("although nobody can end the payment").isEqualTo(STOCK);
        var another = read(checkOut(cartOf(sku, STOCK), "cod", goods(), ids.next(20)), HttpStatus.CREATED);
        assertThat(another.at("/order/state").asString()).isEqualTo("CONFIRMED");

        STRIPE.comeBack();
        eventually(() -> assertThat(order(begun).at("/orderState").asString()).isEqualTo("EXPIRED"));
        assertThat(order(begun).at("/paymentState").asString()).isEqualTo("ENDED");
        assertThat(paysAt(pay)).as("the session is closed").isNotEqualTo(HttpStatus.SEE_OTHER.value());
        assertNothingWasCharged();
        assertThat(available(sku)).isZero();
    }

    @Test
    void thePageSaysItAndKeepsWhatWasTyped() {
        var sku = onSale();
        var cart = cartOf(sku, 1);
        STRIPE.goAway();

        var form = BodyInserters.fromFormData("key", ids.next(20))
                .with("step", "order")
                .with("name", "Nguyễn Thị Thử")
                .with("phone", "0912345678")
                .with("delivery", "ship")
                .with("province", "01")
                .with("commune", "00004")
                .with("street", "12 phố Thử")
                .with("payment", "card")
                .with("quoted", "01")
                .with("shown", String.valueOf(total(cart)));
        var shown =
                page(web.post().uri("/checkout").cookie("cart", cart).body(form).exchange(), HttpStatus.CONFLICT);

        assertThat(shown)
                .contains("role=\"alert\"")
                .contains("Bạn chưa bị trừ tiền")
                .contains("12 phố Thử");
    }

    private String onSale() {
        var today = LocalDate.now(clock);
        var fixture = aProduct(ids.next(8), "Mật ong " + ids.next(6))
                .at(PRICE)
                .certified(4, today.minusYears(1), today.plusYears(1));
        var _ = sell(fixture, STOCK);
        return fixture.sku();
    }

    private static long goods() {
        return PRICE * STOCK;
    }

    /** With the fee, as the page shows it when the place is chosen. */
    private long total(String cart) {
        var place = BodyInserters.fromFormData("step", "place")
                .with("delivery", "ship")
                .with("province", "01");
        var shown = page(
                web.post().uri("/checkout").cookie("cart", cart).body(place).exchange(), HttpStatus.OK);
        var found = Pattern.compile("name=\"shown\" value=\"(\\d+)\"").matcher(shown);
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(1));
    }

    private JsonNode order(JsonNode begun) {
        return read(web.get().uri("/api/v1" + link(begun)).exchange(), HttpStatus.OK);
    }

    /** Path and query of the link that a buyer follows an order by. */
    private static String link(JsonNode begun) {
        var link = URI.create(begun.at("/trackingUrl").asString());
        return link.getPath() + "?" + link.getQuery();
    }

    private static int paysAt(String url) {
        return Objects.requireNonNull(WebTestClient.bindToServer()
                        .baseUrl(url)
                        .build()
                        .post()
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .header(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE)
                        .bodyValue("card=4242424242424242")
                        .exchange()
                        .returnResult(Void.class)
                        .getStatus())
                .value();
    }

    private void assertNothingWasCharged() {
        var report = await(payments.reconcile(Duration.ofHours(1)));
        assertThat(report.unknown()).isEmpty();
        assertThat(report.refunds()).isZero();
    }
}
