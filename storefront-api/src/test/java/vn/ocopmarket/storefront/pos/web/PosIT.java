package vn.ocopmarket.storefront.pos.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ocopmarket.testing.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocopmarket.contract.gs1.Gtin;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.LedgerEntry;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.parked.ParkingPlace;
import vn.ocopmarket.storefront.parked.ParkingPlace.Dropping;
import vn.ocopmarket.storefront.pos.BookingOutcome;
import vn.ocopmarket.storefront.pos.BookingSales;
import vn.ocopmarket.storefront.pos.CollectedCash;
import vn.ocopmarket.storefront.pos.FindCounterSales;
import vn.ocopmarket.storefront.pos.FindTakings;
import vn.ocopmarket.storefront.pos.ProductsByHand;
import vn.ocopmarket.storefront.pos.Sales;
import vn.ocopmarket.storefront.pos.domain.Draft;
import vn.ocopmarket.storefront.pos.domain.DroppedSale;
import vn.ocopmarket.storefront.pos.domain.Sale;
import vn.ocopmarket.storefront.pos.domain.SaleLine;
import vn.ocopmarket.storefront.pos.domain.Takings;
import vn.ocopmarket.storefront.pos.domain.Till;
import vn.ocopmarket.testing.Stores;

@SpringBootTest(classes = PosApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PosIT {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(once|sale)\" value=\"([^\"]+)\"");
    private static final Gtin GTIN = Gtin.parse("8936000000011");

    @TempDir
    static Path folder;

    @Autowired
    ProductsByHand products;

    @Autowired
    PosApplication.MovableClock clock;

    @Autowired
    Locations locations;

    @Autowired
    MovingStock moving;

    @Autowired
    FindStock stock;

    @Autowired
    FindTakings takings;

    @Autowired
    Sales sales;

    @Autowired
    BookingSales booking;

    @Autowired
    @Qualifier("parkedSales")
    ParkingPlace parkedWork;

    @Autowired
    PosApplication.CashByHand cash;

    private final WebTestClient web;
    private String counter = "";
    private String session = "";
    private String sku = "";

    PosIT(@LocalServerPort int port) {
        web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        var file = Files.writeString(folder.resolve("accounts.json"), """
                [{"role":"POS_STAFF","email":"clerk@sample.test","password":"counter","scope":"c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14,c15,c16,c17,c18,c19,c20,c21,c22"}]
                """);
        registry.add("ocop.account.file", file::toString);
        registry.add("spring.mongodb.uri", Stores::mongoUri);
        registry.add("spring.mongodb.database", () -> "pos-" + UUID.randomUUID());
    }

    private static int counters;

    @BeforeEach
    void standAtANewCounter() {
        counter = "c" + ++counters;
        sku = "SKU-" + counter;
        products.put(ProductsByHand.product(
                sku, "Nước mắm cá cơm", 65_000, LocalDate.now(clock).plusDays(30)));
        run(locations.create(new Location(counter, "Quầy " + counter, Location.Kind.SHOWROOM, "86", false, false)));
        session = signIn();
    }

    @AfterEach
    void setTheClockBack() {
        clock.move(Duration.ZERO);
    }

    @Test
    void receivesADeliveryOnceThoughTheFormIsSentTwice() {
        var once = field(page("/deliveries"), "once");
        for (int i = 0; i < 2; i++) {
            post("/deliveries", "once", once, "code", sku, "quantity", "24", "lot", "L1", "note", "Phiếu 7")
                    .expectStatus()
                    .isSeeOther();
        }
        assertThat(onHand()).isEqualTo(24);
        assertThat(ledger()).extracting(LedgerEntry::quantity).containsExactly(24L);
    }

    @Test
    void sellsByScanAndStockLedgerAndTakingsAgree() {
        receive(24);
        assertThat(scan(sku)).contains("Đã thêm");
        assertThat(scan(sku)).contains("Đã thêm");
        assertThat(scan(sku)).contains("Đã thêm");
        assertThat(page("")).as("the draft survives a reload").contains("195.000");

        var sold = book("200000");
        var receipt = page(requireNonNull(sold.getResponseHeaders().getLocation())
                .getPath()
                .replace("/pos/" + counter, ""));

        assertThat(receipt).contains("Nước mắm cá cơm", "195.000", "200.000", "5.000");
        assertThat(onHand()).isEqualTo(21);
        assertThat(ledger()).extracting(LedgerEntry::quantity).containsExactlyInAnyOrder(24L, -3L);
        assertThat(today().total()).isEqualTo(Money.dong(195_000));
        assertThat(today().units()).isEqualTo(3);
        assertThat(page("/takings")).contains("195.000");
        assertThat(page("")).as("the counter is free again").doesNotContain("195.000");
    }

    @Test
    void remembersWhatOfASaleTheMarketOwned(@Autowired FindCounterSales found) {
        receive(2);
        var form = page("/deliveries");
        assertThat(form).contains("Ký gửi (của chủ thể)", "Mua đứt (đã trả tiền)");
        post("/deliveries", "once", field(form, "once"), "code", sku, "quantity", "5", "ownership", "OWNED")
                .expectStatus()
                .isSeeOther();
        eventually(() -> assertThat(page("/deliveries")).contains(">Mua đứt<"));
        run(sell(new Till(counter, "one", "one"), "one-" + counter));
        run(sell(new Till(counter, "two", "two"), "two-" + counter, 3));

        var today = LocalDate.now(clock);
        var sold = requireNonNull(found.between(today, today)
                .mapNotNull(Reading::orNull)
                .collectList()
                .block());

        assertThat(sold)
                .filteredOn(sale -> sale.id().endsWith("-" + counter))
                .flatExtracting(FindCounterSales.CounterSale::lines)
                .extracting(FindCounterSales.Line::units, FindCounterSales.Line::owned)
                .containsExactlyInAnyOrder(tuple(1L, 0L), tuple(3L, 2L));
        assertThat(onHand()).isEqualTo(3);
    }

    @Test
    void countsTheCashOfOrdersThatWereCollectedHere() {
        receive(5);
        run(sell(new Till(counter, "one", "one"), "one-" + counter));
        cash.byCounter.put(counter, new CollectedCash.Taken("OM7K2M9QX3A", clock.instant(), Money.dong(70_000)));

        assertThat(today().total()).isEqualTo(Money.dong(135_000));
        assertThat(today().ofReceipts()).isEqualTo(Money.dong(65_000));
        assertThat(page("/takings")).contains("135.000", "65.000", "OM7K2M9QX3A", "70.000");
        cash.byCounter.clear();
        assertThat(page("/takings")).contains("65.000").doesNotContain("OM7K2M9QX3A");
    }

    @Test
    void booksOnceThoughTheFormIsSentManyTimesAtOnce() {
        receive(10);
        assertThat(scan(sku)).contains("Đã thêm");
        var sale = field(page(""), "sale");

        var receipts = Flux.range(0, 8)
                .flatMap(_ -> Mono.fromCallable(() -> post("/book", "sale", sale, "given", "100000")
                                .expectStatus()
                                .isSeeOther()
                                .returnResult(Void.class))
                        .subscribeOn(Schedulers.boundedElastic()))
                .map(result -> requireNonNull(result.getResponseHeaders().getLocation()))
                .distinct()
                .collectList()
                .block();

        assertThat(receipts).hasSize(1);
        assertThat(onHand()).isEqualTo(9);
        assertThat(today().receipts()).hasSize(1);
    }

    @Test
    void countsReceiptsWithoutGapsThoughSellersAreQuick() {
        receive(40);
        var tills = List.of("a", "b", "c", "d");
        run(Flux.fromIterable(tills)
                .flatMap(seller -> Flux.range(0, 5).concatMap(i -> sell(new Till(counter, seller, seller), seller + i)))
                .then());

        assertThat(today().receipts())
                .extracting(Sale.Booked::number)
                .containsExactly(20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(onHand()).isEqualTo(20);
    }

    @Test
    void finishesASaleThatACrashLeftBetweenCashAndReceipt() {
        receive(5);
        var half = half(new Till(counter, "gone", "gone"), "half-" + counter);
        assertThat(sales.store(half).block()).isTrue();
        assertThat(today().receipts()).isEmpty();

        run(booking.finish(half));
        run(booking.finish(half));

        assertThat(onHand()).isEqualTo(4);
        assertThat(today().receipts()).hasSize(1);
    }

    @Test
    void finishesASaleWhoseStockHadLeftAlreadyWithoutTakingItAgain() {
        receive(5);
        var half = half(new Till(counter, "gone", "gone"), "half-" + counter);
        run(sales.store(half));
        run(moving.move(new Movement(
                half.movementId(),
                Movement.Kind.SALE,
                counter,
                null,
                List.of(new Movement.Line(sku, null, null, 1)),
                "gone",
                null,
                half.cash().at())));
        assertThat(onHand()).isEqualTo(4);

        run(booking.finish(half));

        assertThat(onHand()).isEqualTo(4);
        assertThat(today().receipts()).hasSize(1);
    }

    @Test
    void finishesTheOthersWhenOneSaleFailsAndParksThatOne(@Autowired @Qualifier("tillWorker") PeriodicWorker worker) {
        worker.stop();
        receive(5);
        var failing = half(new Till(counter, "first", "first"), "failing-" + counter);
        var good = half(new Till(counter, "second", "second"), "good-" + counter);
        run(sales.store(failing));
        run(sales.store(good));
        run(moving.move(new Movement(
                failing.movementId(),
                Movement.Kind.RECEIPT,
                counter,
                null,
                List.of(new Movement.Line(sku, null, null, 7)),
                "somebody else",
                null,
                failing.cash().at())));

        var day = LocalDate.now(clock);
        clock.move(Duration.ofMinutes(1));
        run(finishing());
        assertThat(requireNonNull(takings.of(counter, day).block()).receipts())
                .extracting(Sale::id)
                .containsExactly(good.id());
        assertThat(onHand()).isEqualTo(5 + 7 - 1);

        for (int i = 1; i < 12; i++) {
            assertThat(parked()).isEmpty();
            clock.move(Duration.ofMinutes(1).plusHours(i));
            run(finishing());
        }
        assertThat(parked()).singleElement().satisfies(sale -> {
            assertThat(sale.id()).isEqualTo(failing.id());
            assertThat(sale.failures()).isEqualTo(12);
        });
        assertThat(sales.openAt(failing.till()).block()).isNotNull();

        assertThat(sales.replay(failing.id()).block()).isTrue();
        assertThat(parked()).isEmpty();
        assertThat(drop(failing, "LEFT")).as("it is not parked any more").isFalse();
        run(sales.failed(failing, "once more", null));
        assertThat(drop(failing, "LEFT")).isTrue();
        assertThat(onHand()).as("the buyer has one").isEqualTo(5 + 7 - 1 - 1);
        assertThat(drop(failing, "STAYED")).as("said once").isFalse();
        assertThat(parked()).isEmpty();
        assertThat(sales.openAt(failing.till()).block())
                .as("the seller may go on")
                .isNull();
        assertThat(booking.book(counter, failing.id(), failing.cash().given(), true)
                        .block())
                .as("asked for once more, and by then counted by hand")
                .isEqualTo(new BookingOutcome.UnknownSale());
        worker.start();
    }

    @ParameterizedTest
    @CsvSource({
        "true,LEFT,4,đã trừ",
        "false,LEFT,4,đã trừ",
        "true,STAYED,5,đã trả lại kho",
        "false,STAYED,5,kho chưa từng trừ"
    })
    void letsStockFollowWhereTheGoodsOfADroppedSaleAre(boolean wasTaken, String goods, long left, String said) {
        receive(5);
        var sale = half(new Till(counter, "third", "third"), "dropped-" + counter);
        run(sales.store(sale));
        if (wasTaken) {
            run(moving.move(saleOf(sale)));
            assertThat(onHand()).isEqualTo(4);
        }
        run(sales.failed(sale, "no receipt", null));

        assertThat(drop(sale, goods)).isTrue();

        assertThat(onHand()).isEqualTo(left);
        assertThat(page("/takings")).contains("Lần bán đã bỏ", "1 × Nước mắm cá cơm", said, "counted by hand");
        assertThat(page("/takings?lang=en")).doesNotContain("??");
        assertThat(today().receipts()).isEmpty();
        var inTheTill = goods.equals("LEFT") ? 65_000 : 0;
        assertThat(today().total()).as("what was taken and not given back").isEqualTo(Money.dong(inTheTill));
        assertThat(page("/takings?lang=en").contains("Taken for sales that could not be booked"))
                .isEqualTo(inTheTill > 0);
        run(moving.move(saleOf(sale)));
        assertThat(onHand()).as("who comes late takes nothing more").isEqualTo(left);
        assertThat(ledger().stream().mapToLong(LedgerEntry::quantity).sum()).isEqualTo(left);
    }

    @Test
    void finishesTheStockOfADroppedSaleAfterACrash(@Autowired @Qualifier("droppedSalesWorker") PeriodicWorker worker) {
        worker.stop();
        receive(5);
        var sale = half(new Till(counter, "fourth", "fourth"), "crashed-" + counter);
        run(sales.store(sale));
        run(moving.move(saleOf(sale)));
        run(sales.failed(sale, "no receipt", null));
        run(sales.drop(sale.id(), new Sales.Drop("why", "me", clock.instant(), DroppedSale.Goods.STAYED)));
        assertThat(onHand()).isEqualTo(4);

        assertThat(drop(sale, "LEFT")).as("said once").isFalse();
        worker.start();

        eventually(() -> assertThat(onHand()).isEqualTo(5));
        assertThat(page("/takings")).contains("đã trả lại kho");
    }

    private Movement saleOf(Sale.Booking sale) {
        return new Movement(
                sale.movementId(),
                Movement.Kind.SALE,
                counter,
                null,
                List.of(new Movement.Line(sku, null, null, 1)),
                sale.till().seller(),
                null,
                sale.cash().at());
    }

    private boolean drop(Sale.Booking sale, String goods) {
        return requireNonNull(parkedWork
                .drop(sale.id(), new Dropping("counted by hand", "me", goods))
                .block());
    }

    private Mono<Long> finishing() {
        return Mono.defer(() -> booking.finishSince(clock.instant().minusSeconds(20)));
    }

    private List<Sales.Stuck> parked() {
        return requireNonNull(sales.parked(100).collectList().block()).stream()
                .filter(sale -> sale.id().endsWith("-" + counter))
                .toList();
    }

    @Test
    void refusesTheScanOfAProductThatExpired() {
        receive(3);
        clock.move(Duration.ofDays(31));
        session = signIn();

        assertThat(scan(sku)).contains("KHÔNG ĐƯỢC BÁN", "Giấy chứng nhận OCOP đã hết hạn");
        assertThat(page("")).contains("Chưa có hàng nào");
    }

    @Test
    void refusesAtTheCashWhatWasWithdrawnSinceTheScan() {
        receive(3);
        assertThat(scan(sku)).contains("Đã thêm");
        var product = requireNonNull(products.byCode(sku).block()).product();
        products.put(ProductsByHand.withdrawn(product, LocalDate.now(clock)));

        var answer = post("/book", "sale", field(page(""), "sale"), "given", "65000")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(answer).contains("KHÔNG ĐƯỢC BÁN", "đã bị thu hồi");
        assertThat(onHand()).isEqualTo(3);
        assertThat(today().receipts()).isEmpty();
    }

    @Test
    void asksForTheAgeWhenThereIsAlcohol() {
        var until = LocalDate.now(clock).plusDays(9);
        products.put(ProductsByHand.product(
                sku, "Rượu dừa", GTIN, 290, ProductsByHand.certificate(sku, until, null), 120_000));
        receive(2);
        assertThat(scan(GTIN.value().substring(1))).contains("Đã thêm");
        var sale = field(page(""), "sale");

        assertThat(body(post("/book", "sale", sale, "given", "120000"))).contains("Chưa xác nhận");
        post("/book", "sale", sale, "given", "120000", "age", "true")
                .expectStatus()
                .isSeeOther();
        products.put(ProductsByHand.product(sku, "Rượu dừa", 120_000, until));
    }

    private Mono<Object> sell(Till till, String id) {
        return sell(till, id, 1);
    }

    private Mono<Object> sell(Till till, String id, long units) {
        var half = half(till, id, units);
        return sales.store(half).then(booking.finish(half)).cast(Object.class);
    }

    /** The first thing stored of it, as if scanned before. */
    private Sale.Booking half(Till till, String id) {
        return half(till, id, 1);
    }

    private Sale.Booking half(Till till, String id, long units) {
        var line = new SaleLine(sku, "slug", "Nước mắm cá cơm", "Chai", Money.dong(65_000), units, false);
        var cash = new Sale.Cash(Money.dong(65_000 * units), clock.instant(), LocalDate.now(clock));
        var draft = new Draft(id, 0, till, List.of(line), List.of(), 0);
        return new Sale.Booking(draft.id(), 1, till, draft.lines(), cash, 1);
    }

    private Takings today() {
        return requireNonNull(takings.of(counter, LocalDate.now(clock)).block());
    }

    private long onHand() {
        return requireNonNull(stock.levels(sku, counter, null, 10).collectList().block()).stream()
                .mapToLong(level -> level.onHand())
                .sum();
    }

    /** The relay carries entries over within moments. */
    private List<LedgerEntry> ledger() {
        eventually(() -> assertThat(
                        booked().stream().mapToLong(LedgerEntry::quantity).sum())
                .as("the ledger agrees with the stock")
                .isEqualTo(onHand()));
        return booked();
    }

    private List<LedgerEntry> booked() {
        return requireNonNull(stock.ledger(sku, counter, null, 10).collectList().block());
    }

    private static void run(Mono<?> work) {
        var _ = work.block(Duration.ofSeconds(20));
    }

    private void receive(long quantity) {
        run(moving.move(new Movement(
                "r-" + counter,
                Movement.Kind.RECEIPT,
                counter,
                null,
                List.of(new Movement.Line(sku, null, null, quantity)),
                "t",
                null,
                clock.instant())));
    }

    private String scan(String code) {
        return body(post("/scan", "once", field(page(""), "once"), "code", code));
    }

    private FluxExchangeResult<Void> book(String given) {
        return post("/book", "sale", field(page(""), "sale"), "given", given)
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class);
    }

    private String page(String path) {
        return requireNonNull(web.get()
                .uri("/pos/" + counter + path)
                .cookie("SESSION", session)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private WebTestClient.ResponseSpec post(String path, String... fields) {
        var form = BodyInserters.fromFormData(fields[0], fields[1]);
        for (int i = 2; i < fields.length; i += 2) {
            form = form.with(fields[i], fields[i + 1]);
        }
        return web.post()
                .uri("/pos/" + counter + path)
                .cookie("SESSION", session)
                .body(form)
                .exchange();
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static String field(String page, String name) {
        return HIDDEN.matcher(page)
                .results()
                .filter(found -> found.group(1).equals(name))
                .map(found -> found.group(2))
                .findFirst()
                .orElseThrow();
    }

    private String signIn() {
        var answer = web.post()
                .uri("/sign-in")
                .body(BodyInserters.fromFormData("email", "clerk@sample.test").with("password", "counter"))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class);
        return requireNonNull(answer.getResponseCookies().getFirst("SESSION")).getValue();
    }
}
