package vn.ocopmarket.storefront.shop;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.search.ProductDocument;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.browse.ProductFixture;
import vn.ocopmarket.storefront.browse.elastic.TestIndex;
import vn.ocopmarket.storefront.commerce.MovableClock;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.testing.Stores;

/** The service with real stores and the payment simulator, a catalogue filled by hand, and a clock that can be moved. */
@SpringBootTest(
        classes = ShopApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"ocop.checkout.look=200ms", "ocop.checkout.hold=15m"})
abstract class RunningShop {

    static final Duration HOLD = Duration.ofMinutes(15);
    static final CardHouse STRIPE = new CardHouse();

    static final String BANK_ACCOUNT = "0000000001";
    static final String BANK_SECRET = "bank_shop";

    static final String WAREHOUSE = "kho-ha-noi";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final CatalogueByHand CATALOGUE = new CatalogueByHand();
    private static final TestIndex INDEX = index("shop-" + UUID.randomUUID());

    final RandomIds ids = new RandomIds();
    MovableClock clock;
    WebTestClient web;

    private MovingStock moving;
    private FindStock stock;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", Stores::mongoUri);
        properties.add("spring.mongodb.database", () -> "shop-" + UUID.randomUUID());
        properties.add("ocop.browse.elasticsearch-uris", Stores::elasticsearchUri);
        properties.add("ocop.browse.index", INDEX::name);
        properties.add("ocop.browse.search-timeout", () -> "20s");
        properties.add("ocop.browse.catalog-url", CATALOGUE::address);
        properties.add("ocop.browse.catalog-timeout", () -> "20s");
        properties.add("ocop.catalog.url", CATALOGUE::address);
        properties.add("ocop.desk.catalog-url", CATALOGUE::address);
        properties.add("ocop.stripe.api-base", () -> STRIPE.address().toString());
        properties.add("ocop.stripe.secret-key", () -> CardHouse.KEY);
        properties.add("ocop.stripe.webhook-secret", () -> CardHouse.SECRET);
        properties.add("ocop.bank.bin", () -> "999999");
        properties.add("ocop.bank.account", () -> BANK_ACCOUNT);
        properties.add("ocop.bank.notice-secret", () -> BANK_SECRET);
    }

    @BeforeEach
    void open(
            @LocalServerPort int port,
            @Autowired MovableClock clock,
            @Autowired MovingStock moving,
            @Autowired FindStock stock,
            @Autowired Locations locations) {
        this.clock = clock;
        this.moving = moving;
        this.stock = stock;
        web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(PATIENCE)
                .build();
        var _ = await(
                locations.create(new Location(WAREHOUSE, "Kho Hà Nội", Location.Kind.WAREHOUSE, "01", true, false)));
    }

    @AfterEach
    void close() {
        clock.reset();
        STRIPE.comeBack();
    }

    /** Makes a product known to catalogue and index, with so many in the warehouse; gives what its buyers see of it. */
    ProductRecord sell(ProductFixture fixture, long quantity) {
        var product = list(fixture);
        receive(WAREHOUSE, fixture.sku(), null, quantity);
        return product;
    }

    /** Makes a product known, of which there is nothing yet. */
    ProductRecord list(ProductFixture fixture) {
        var product = fixture.record();
        CATALOGUE.put(product);
        index(INDEX.document(product, true));
        return product;
    }

    void receive(String location, String sku, @Nullable String lot, long quantity) {
        var lines = List.of(new Movement.Line(sku, lot, null, quantity));
        var _ = await(moving.move(new Movement(
                ids.next(20), Movement.Kind.RECEIPT, location, null, lines, "test", null, clock.instant())));
    }

    /** What the indexer does once the availability feed says that nothing can be had. */
    void indexAsSoldOut(ProductRecord product) {
        var sku = product.variants().getFirst().sku();
        var none = new AvailabilityRecord(sku, 2, 0, List.of(), clock.instant());
        index(INDEX.document(product, List.of(none), List.of()));
    }

    private static void index(ProductDocument document) {
        try {
            INDEX.add(List.of(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long available(String sku) {
        return await(stock.levels(sku, null, null, 100).collectList()).stream()
                .mapToLong(StockView::available)
                .sum();
    }

    String cartOf(String sku, long quantity) {
        var id = read(web.post().uri("/api/v1/carts").exchange(), HttpStatus.CREATED)
                .at("/id")
                .asString();
        var _ = read(put(id, sku, quantity), HttpStatus.OK);
        return id;
    }

    WebTestClient.ResponseSpec put(String cart, String sku, long quantity) {
        return web.put()
                .uri("/api/v1/carts/{cart}/lines/{sku}", cart, sku)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"quantity\":" + quantity + "}")
                .exchange();
    }

    WebTestClient.ResponseSpec checkOut(String cart, String method, long goods, String key) {
        return web.post()
                .uri("/api/v1/checkouts")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .bodyValue("""
                        {"cartId":"%s","contact":{"name":"Nguyễn Thị Thử","phone":"0912345678"},
                         "delivery":{"kind":"ship","address":{"provinceCode":"01","communeCode":"00004","street":"12 phố Thử"}},
                         "paymentMethod":"%s","expectedTotal":{"amount":%d,"currency":"VND"},"confirmations":[]}
                        """.formatted(cart, method, goods))
                .exchange();
    }

    static JsonNode read(WebTestClient.ResponseSpec answer, HttpStatus expected) {
        return requireNonNull(answer.expectStatus()
                .isEqualTo(expected)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    static String page(WebTestClient.ResponseSpec answer, HttpStatus expected) {
        return requireNonNull(answer.expectStatus()
                .isEqualTo(expected)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    static <T> T await(Mono<T> mono) {
        return requireNonNull(mono.block(PATIENCE));
    }

    private static TestIndex index(String name) {
        try {
            return new TestIndex(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
