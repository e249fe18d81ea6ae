package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.standalone.client.Officer;

@ExtendWith(SharedMarket.class)
class CheckoutIT {

    private static final String SKU = "MAU-0001";

    private RunningMarket market;
    private Http shop;

    @BeforeEach
    void connect(RunningMarket shared) {
        market = shared;
        shop = new Http(shared.storefront());
    }

    @Test
    void placesOneOrderHoweverOftenTheSameCheckoutIsSent() {
        var checkout = Http.checkout(shop.cartWith(SKU, 1).json(), "cod");
        var key = UUID.randomUUID().toString();

        var first = shop.post("/api/v1/checkouts", checkout, "Idempotency-Key", key);
        var again = shop.post("/api/v1/checkouts", checkout, "Idempotency-Key", key);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(again.json().at("/order/number")).isEqualTo(first.json().at("/order/number"));
    }

    @Test
    void refusesAnotherCheckoutWithAUsedKey() {
        var key = UUID.randomUUID().toString();
        var first = shop.post(
                "/api/v1/checkouts", Http.checkout(shop.cartWith(SKU, 1).json(), "cod"), "Idempotency-Key", key);

        var other = shop.post(
                "/api/v1/checkouts", Http.checkout(shop.cartWith(SKU, 2).json(), "cod"), "Idempotency-Key", key);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void refusesWhatLostItsCertificateWhileItWasInTheCart() {
        var officer = new Officer(market.storefront(), market.catalog()).signIn(accounts(), "ADMINISTRATOR");
        var sku = "MAU-0114";
        var cart = shop.cartWith(sku, 1);
        assertThat(cart.status()).as(cart.text()).isEqualTo(200);

        officer.withdraw(sku, "Thử", "THU-1", LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));
        var refused = shop.post(
                "/api/v1/checkouts",
                Http.checkout(cart.json(), "cod"),
                "Idempotency-Key",
                UUID.randomUUID().toString());

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.text()).contains("CERTIFICATE_WITHDRAWN");
    }

    @Test
    void refusesAnExpiredProductInTheCartAndLeavesItOutOfTheSearch() {
        var refused = shop.cartWith("MAU-0008", 1);

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.text()).contains("CERTIFICATE_EXPIRED");
        assertThat(shop.get("/api/v1/products?q=" + Http.encode("Bưởi da xanh Ninh Thới"))
                        .json()
                        .at("/items/0/name")
                        .asString())
                .isNotEqualTo("Bưởi da xanh Ninh Thới");
    }

    @Test
    void refusesAForgedWebhook() {
        var forged = shop.post(
                "/api/v1/payments/stripe/webhook",
                Map.of("id", "evt_forged", "type", "checkout.session.completed"),
                "Stripe-Signature",
                "t=1,v1=00");

        assertThat(forged.status()).isEqualTo(400);
    }

    @Test
    void sellsTheLastUnitsOnceWhenManyWantThem() throws Exception {
        var officer = new Officer(market.storefront(), market.catalog()).signIn(accounts(), "ADMINISTRATOR");
        var sku = "MAU-0121";
        var available = available(officer, sku);
        var buyers = (int) available + 40;

        var answers = orderAtOnce(sku, buyers);

        assertThat(answers)
                .containsEntry(201, (int) available)
                .containsEntry(409, 40)
                .hasSize(2);
        assertThat(available(officer, sku)).isZero();
        var reconciliation = officer.api().get(market.storefront() + "/api/v1/stock/reconciliation");
        assertThat(reconciliation.toString()).doesNotContain("\"differences\":[{");
    }

    private TreeMap<Integer, Integer> orderAtOnce(String sku, int buyers) throws Exception {
        var start = new CountDownLatch(1);
        var waiting = new ArrayList<Future<Integer>>();
        var answers = new TreeMap<Integer, Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var buyer = 0; buyer < buyers; buyer++) {
                var checkout = Http.checkout(shop.cartWith(sku, 1).json(), "cod");
                waiting.add(threads.submit(() -> {
                    start.await();
                    return shop.post(
                                    "/api/v1/checkouts",
                                    checkout,
                                    "Idempotency-Key",
                                    UUID.randomUUID().toString())
                            .status();
                }));
            }
            start.countDown();
            for (var answer : waiting) {
                answers.merge(answer.get(), 1, Integer::sum);
            }
        }
        return answers;
    }

    private long available(Officer officer, String sku) {
        var sum = 0L;
        for (var level : officer.api()
                .get(market.storefront() + "/api/v1/stock?sku=" + sku)
                .get("items")) {
            sum += level.get("available").asLong();
        }
        return sum;
    }

    private Path accounts() {
        return market.data().resolve("accounts.json");
    }
}
