package vn.ocopmarket.storefront.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import vn.ocopmarket.contract.product.ProductRecord;

/** A product's certificate ends while it lies in a cart: from that day on nobody sells it, and everybody says why. */
class ExpiringInCartIT extends RunningShop {

    private static final long PRICE = 90_000;
    private static final String WORDS = "Giấy chứng nhận OCOP đã hết hạn";
    private static final String ENGLISH = "Its OCOP certificate has expired";

    @Test
    void isRefusedEverywhereInWords() {
        var name = "Khô cá lóc " + ids.next(6);
        var today = LocalDate.now(clock);
        var fixture = aProduct(ids.next(8), name).at(PRICE).certified(4, today.minusYears(1), today.plusDays(10));
        var product = sell(fixture, 5);
        var sku = fixture.sku();
        var cart = cartOf(sku, 2);
        assertThat(found(name)).isEqualTo(1);
        assertThat(page(web.get().uri("/products/{slug}", product.slug()).exchange(), HttpStatus.OK))
                .contains("action=\"/cart/lines\"");

        assertThat(page(addInPlace(cart, sku), HttpStatus.OK))
                .contains("Đã thêm vào giỏ hàng", "id=\"cart-count\"", ">3</span>")
                .doesNotContain("<html");
        var _ = read(put(cart, sku, 2), HttpStatus.OK);

        clock.move(Duration.ofDays(11));

        assertThat(found(name))
                .as("search offers nothing that cannot be bought")
                .isZero();
        assertThatThePageRefuses(product);
        assertThatTheCartRefuses(cart, sku);
        assertThatCheckoutRefuses(cart);
        assertThat(available(sku)).as("nothing is held").isEqualTo(5);
    }

    private void assertThatThePageRefuses(ProductRecord product) {
        assertThat(page(web.get().uri("/products/{slug}", product.slug()).exchange(), HttpStatus.OK))
                .contains(WORDS)
                .doesNotContain("action=\"/cart/lines\"");
        var told = read(web.get().uri("/api/v1/products/{id}", product.id()).exchange(), HttpStatus.OK);
        assertThat(told.at("/certificate/state").asString()).isEqualTo("EXPIRED");
        assertThat(told.at("/variants/0/purchasable").asBoolean()).isFalse();
        assertThat(told.at("/variants/0/reasons/0/code").asString()).isEqualTo("CERTIFICATE_EXPIRED");
        assertThat(told.at("/variants/0/reasons/0/message").asString()).isEqualTo(WORDS);
    }

    private void assertThatTheCartRefuses(String cart, String sku) {
        var seen = read(web.get().uri("/api/v1/carts/{cart}", cart).exchange(), HttpStatus.OK);
        assertThat(seen.at("/purchasable").asBoolean()).isFalse();
        assertThat(seen.at("/lines/0/reasons/0/message").asString()).isEqualTo(WORDS);
        var shown = page(web.get().uri("/cart").cookie("cart", cart).exchange(), HttpStatus.OK);
        assertThat(shown).contains(WORDS).doesNotContain("href=\"/checkout\"");

        var refused = read(put(cart, sku, 3), HttpStatus.CONFLICT);
        assertThat(refused.at("/type").asString()).endsWith("/not-purchasable");
        assertThat(refused.at("/reasons/0/code").asString()).isEqualTo("CERTIFICATE_EXPIRED");
        assertThat(refused.at("/detail").asString()).contains(WORDS);
        assertThat(page(addInPlace(cart, sku), HttpStatus.CONFLICT))
                .contains(WORDS)
                .doesNotContain("<html");
        var added = web.post()
                .uri("/cart/lines")
                .cookie("cart", cart)
                .header("Accept", "text/html")
                .cookie("lang", "en")
                .body(BodyInserters.fromFormData("sku", sku).with("quantity", "1"))
                .exchange();
        assertThat(page(added, HttpStatus.CONFLICT)).contains(ENGLISH);
    }

    private void assertThatCheckoutRefuses(String cart) {
        var refused = read(checkOut(cart, "cod", 2 * PRICE, ids.next(20)), HttpStatus.CONFLICT);
        assertThat(refused.at("/type").asString()).endsWith("/checkout-changed");
        assertThat(refused.at("/lines/0/reasons/0/code").asString()).isEqualTo("CERTIFICATE_EXPIRED");
        assertThat(refused.at("/lines/0/reasons/0/message").asString()).isEqualTo(WORDS);
        assertThat(page(web.get().uri("/checkout").cookie("cart", cart).exchange(), HttpStatus.OK))
                .contains(WORDS);
    }

    private WebTestClient.ResponseSpec addInPlace(String cart, String sku) {
        return web.post()
                .uri("/cart/lines")
                .cookie("cart", cart)
                .header("HX-Request", "true")
                .body(BodyInserters.fromFormData("sku", sku).with("quantity", "1"))
                .exchange();
    }

    /** Others of the kind may be found beside it. */
    private long found(String name) {
        var answer = web.get()
                .uri(uri -> uri.path("/api/v1/products").queryParam("q", name).build())
                .exchange();
        return read(answer, HttpStatus.OK)
                .at("/items")
                .valueStream()
                .filter(item -> item.path("name").asString().equals(name))
                .count();
    }
}
