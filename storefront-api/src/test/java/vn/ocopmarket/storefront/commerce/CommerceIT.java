package vn.ocopmarket.storefront.commerce;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.cart.CartOutcome;
import vn.ocopmarket.storefront.cart.FillingCart;
import vn.ocopmarket.storefront.checkout.FinalizingCheckout;
import vn.ocopmarket.storefront.checkout.PreparationOutcome;
import vn.ocopmarket.storefront.checkout.PreparationRequest;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Destination;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Person;
import vn.ocopmarket.storefront.checkout.PreparingCheckout;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.inventory.ReconcilingStock;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.payment.TakingPayment;
import vn.ocopmarket.testing.Stores;

/** What the tests of commerce share: a market with two locations, and buyers. */
@SpringBootTest(
        classes = CommerceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"ocop.checkout.look=1h", "ocop.checkout.preparing=30s", "ocop.promotion.look=1h"})
public abstract class CommerceIT {

    protected static final String WAREHOUSE = "kho-ha-noi";
    protected static final String SHOWROOM = "showroom-ha-noi";
    protected static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String DATABASE = "commerce-" + UUID.randomUUID();

    @Autowired
    protected FillingCart filling;

    @Autowired
    protected PreparingCheckout preparing;

    @Autowired
    protected FinalizingCheckout finalizing;

    @Autowired
    protected MovingStock moving;

    @Autowired
    protected FindStock stock;

    @Autowired
    protected ReconcilingStock reconciling;

    @Autowired
    protected Orders orders;

    @Autowired
    protected Crashes crashes;

    protected final RandomIds ids = new RandomIds();
    protected FakeProducts products;
    protected FakePayments payments;
    protected MovableClock clock;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("spring.mongodb.uri", Stores::mongoUri);
        registry.add("spring.mongodb.database", () -> DATABASE);
    }

    @BeforeEach
    void open(
            @Autowired FindProducts products,
            @Autowired TakingPayment payments,
            @Autowired Clock clock,
            @Autowired Locations locations,
            @Autowired Map<String, PeriodicWorker> workers) {
        this.products = (FakeProducts) products;
        this.payments = (FakePayments) payments;
        this.clock = (MovableClock) clock;
        // What is done in the background is done by the tests, but for the news, which they await.
        workers.forEach((name, worker) -> {
            if (!name.equals("orderNewsWorker")) {
                worker.stop();
            }
        });
        var _ = await(
                locations.create(new Location(WAREHOUSE, "Kho Hà Nội", Location.Kind.WAREHOUSE, "01", true, false)));
        var _ = await(
                locations.create(new Location(SHOWROOM, "Điểm bán Hà Nội", Location.Kind.SHOWROOM, "01", true, true)));
    }

    @AfterEach
    void close() {
        var _ = crashes.restart();
        clock.reset();
        payments.silent = false;
        payments.whenEnded = Mono::empty;
    }

    /** A SKU nobody used before, certified for a year more, with so much in the warehouse. */
    protected String onSale(long price, long quantity) {
        var sku = ids.next(8);
        products.sell(FakeProducts.Spec.of(sku, price, LocalDate.now(clock).plusYears(1)));
        receive(WAREHOUSE, sku, quantity);
        return sku;
    }

    protected void receive(String location, String sku, long quantity) {
        var _ = move(Movement.Kind.RECEIPT, location, null, sku, quantity);
    }

    protected MovementOutcome move(
            Movement.Kind kind, String location, @Nullable String to, String sku, long quantity) {
        var lines = List.of(new Movement.Line(sku, null, null, quantity));
        return await(moving.move(new Movement(ids.next(20), kind, location, to, lines, "test", null, clock.instant())));
    }

    /** A cart with so many of each SKU. */
    protected String cartOf(long quantity, String... skus) {
        return await(filling.create()
                .flatMap(cart -> Flux.fromArray(skus)
                        .concatMap(sku -> filling.put(cart.id(), sku, quantity))
                        .doOnNext(outcome -> {
                            if (!(outcome instanceof CartOutcome.Changed)) {
                                throw new IllegalStateException("Not in the cart: " + outcome);
                            }
                        })
                        .then(Mono.just(cart.id()))));
    }

    protected PreparationRequest request(String key, String cartId, PaymentMethod method, long expected) {
        return new PreparationRequest(
                key,
                cartId,
                new Person("Nguyễn Thị Thử", "+84 912 345 678", "nguoi.mua@sample.test"),
                new Destination.To("01", "00004", "12 phố Thử"),
                method,
                Money.dong(expected),
                List.of(),
                Locale.of("vi"));
    }

    protected PreparationOutcome prepare(String cartId, PaymentMethod method, long expected) {
        return await(preparing.prepare(request(ids.next(20), cartId, method, expected)));
    }

    protected List<StockView> levels(String sku) {
        return await(stock.levels(sku, null, null, 100).collectList());
    }

    /** The proof, which looks at every level of this database. */
    protected void assertStockAndLedgerAgree() {
        var report = await(reconciling.reconcile());
        assertThat(report.discrepancies()).isEmpty();
        assertThat(report.levels()).isPositive();
    }

    /** Tries until it holds, for what is done in the background. */
    protected static void eventually(Runnable assertion) {
        for (var tries = 300; ; tries--) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (tries == 0) {
                    throw notYet;
                }
                Mono.delay(Duration.ofMillis(100)).then().block();
            }
        }
    }

    protected <T> T await(Mono<T> mono) {
        return requireNonNull(mono.block(PATIENCE));
    }
}
