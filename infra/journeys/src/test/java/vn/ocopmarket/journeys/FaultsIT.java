package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.testing.Eventually;

@ExtendWith(SharedMarket.class)
class FaultsIT {

    private static final String SKU = "MAU-0004";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private RunningMarket market;
    private Http shop;
    private String missing = "";

    @BeforeEach
    void connect(RunningMarket shared) {
        market = shared;
        shop = new Http(shared.storefront());
    }

    @Test
    void goesOnSellingWithoutTheSearchServerAndSaysThatSearchIsAway() {
        var id = shop.get("/api/v1/products?limit=1&q=chuoi")
                .json()
                .at("/items/0/id")
                .asString();
        market.freeze("embedded-elasticsearch");
        try {
            assertThat(shop.get("/api/v1/products?q=chuoi").status()).isEqualTo(503);
            assertThat(shop.get("/api/v1/products/" + id).status()).isEqualTo(200);
            assertThat(order("cod").status()).isEqualTo(201);
        } finally {
            market.resume("embedded-elasticsearch");
        }
        eventually(() -> is(200, "search", () -> shop.get("/api/v1/products?q=chuoi")));
    }

    @Test
    void saysThatCardsCannotBeTakenWhileStripeIsAway() {
        market.freeze("stripe-simulator");
        try {
            var refused = order("card");

            assertThat(refused.status()).as(refused.text()).isEqualTo(503);
            assertThat(refused.header("Content-Type").orElse("")).startsWith("application/problem+json");
        } finally {
            market.resume("stripe-simulator");
        }
        eventually(() -> is(201, "card", () -> order("card")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "embedded-mongo",
                "embedded-elasticsearch",
                "catalog-service",
                "search-indexer",
                "storefront-api",
                "stripe-simulator"
            })
    void keepsEveryOrderItConfirmedWhenAPartIsKilled(String part) {
        var before = order("cod");
        assertThat(before.status()).as(before.text()).isEqualTo(201);

        market.kill(part);

        eventually(this::everythingIsBack);
        var path = before.json().get("trackingUrl").asString();
        var kept = shop.get(path.substring(path.indexOf("/orders/")).replace("/orders/", "/api/v1/orders/"));
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        assertThat(kept.json().get("number")).isEqualTo(before.json().at("/order/number"));
    }

    /** Also for the tests that come after: every part answers for itself, and the market sells and finds. */
    private boolean everythingIsBack() {
        return is(200, "catalogue", () -> readiness(market.catalog()))
                && is(200, "indexer", () -> readiness(market.indexer()))
                && is(200, "storefront", () -> readiness(market.storefront()))
                && is(200, "search", () -> shop.get("/api/v1/products?q=chuoi"))
                && is(201, "card", () -> order("card"))
                && is(201, "cash on delivery", () -> order("cod"));
    }

    private boolean is(int expected, String what, Supplier<Http.Answer> call) {
        try {
            var answer = call.get();
            missing = what + ": " + answer.status() + " " + answer.text();
            return answer.status() == expected;
        } catch (UncheckedIOException e) {
            missing = what + ": " + e;
            return false;
        }
    }

    private static Http.Answer readiness(String service) {
        return new Http(service).get("/actuator/health/readiness");
    }

    private Http.Answer order(String paymentMethod) {
        var cart = shop.cartWith(SKU, 1);
        return cart.status() == 200
                ? shop.post(
                        "/api/v1/checkouts",
                        Http.checkout(cart.json(), paymentMethod),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                : cart;
    }

    private void eventually(BooleanSupplier condition) {
        Eventually.eventually(
                PATIENCE, () -> assertThat(condition.getAsBoolean()).as(missing).isTrue());
    }
}
