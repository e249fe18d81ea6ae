package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.testing.Eventually.eventually;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.standalone.client.Officer;

/** A certificate ends while a buyer is on the payment page. */
@ExtendWith(SharedMarket.class)
class WithdrawalIT {

    private static final String SKU = "MAU-0117";

    /** The promise is two seconds; a busy machine is given more before this test speaks up. */
    private static final Duration GENEROUS = Duration.ofMinutes(1);

    @Test
    void neitherSellsNorKeepsTheMoneyAndSaysWhy(RunningMarket market) throws Exception {
        var shop = new Http(market.storefront());
        var officer = new Officer(market.storefront(), market.catalog())
                .signIn(market.data().resolve("accounts.json"), "ADMINISTRATOR");
        var name = officer.product(SKU).get("name").asString();
        var cart = shop.cartWith(SKU, 1);
        assertThat(cart.status()).as(cart.text()).isEqualTo(200);
        var placed = shop.post(
                "/api/v1/checkouts",
                Http.checkout(cart.json(), "card"),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        eventually(GENEROUS, () -> assertThat(finds(shop, name)).isTrue());

        officer.withdraw(SKU, "Vi phạm an toàn thực phẩm", "THU-117", LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));
        var withdrawn = System.nanoTime();
        eventually(GENEROUS, () -> assertThat(finds(shop, name)).isFalse());
        System.out.printf("not for sale in search after %d ms%n", (System.nanoTime() - withdrawn) / 1_000_000);

        pay(placed.json().at("/payment/redirectUrl").asString());

        var tracking = URI.create(placed.json().get("trackingUrl").asString());
        var path = "/api/v1" + tracking.getRawPath() + "?" + tracking.getRawQuery();
        eventually(Duration.ofMinutes(1), () -> {
            var order = shop.get(path, "Accept-Language", "en").json();
            assertThat(order.get("orderState").asString()).isEqualTo("CANCELLED");
            assertThat(order.get("paymentState").asString()).isEqualTo("REFUNDED");
            assertThat(order.get("timeline").toString()).contains("OCOP certificate");
        });
        assertThat(shop.page(tracking.getRawPath() + "?" + tracking.getRawQuery()))
                .contains("Giấy chứng nhận OCOP không còn hiệu lực");
    }

    private static boolean finds(Http shop, String name) {
        var answer = shop.get("/api/v1/products?q=" + Http.encode(name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .get("items")
                .valueStream()
                .anyMatch(hit -> hit.get("name").asString().equals(name));
    }

    private static void pay(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("card=4242424242424242"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(303);
        }
    }
}
