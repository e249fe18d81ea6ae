package vn.ocopmarket.storefront.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocopmarket.contract.gs1.LotNumber;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.contract.trace.LotRecord.Closing;
import vn.ocopmarket.contract.trace.LotRecord.Recall;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.checkout.PreparationRequest;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Destination;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Person;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.commerce.FakeProducts;
import vn.ocopmarket.storefront.fulfillment.FulfillingOrder;
import vn.ocopmarket.storefront.inventory.FollowingLot;
import vn.ocopmarket.storefront.inventory.HoldOutcome.HoldRefused;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome;
import vn.ocopmarket.storefront.inventory.StockLine;
import vn.ocopmarket.storefront.inventory.StoppingSale;
import vn.ocopmarket.storefront.inventory.Supply;
import vn.ocopmarket.storefront.notification.Mail;
import vn.ocopmarket.storefront.notification.MailOutbox;
import vn.ocopmarket.storefront.notification.SendingMail;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.TimelineEntry;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** A recall from the catalogue's word to the last letter, on a real store. */
class RecallIT extends CommerceIT {

    private static final String STALL = "gian-hoi-cho";

    @Autowired
    private StoppingSale stopping;

    @Autowired
    private FollowingLot lots;

    @Autowired
    private Locations locations;

    @Autowired
    private HoldingStock holding;

    @Autowired
    private OrderLinks links;

    @Autowired
    private FulfillingOrder fulfilling;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MessageSource messages;

    private final ConcurrentLinkedQueue<LotRecord> recalled = new ConcurrentLinkedQueue<>();
    private final Outbox outbox = new Outbox();
    private final Book book = new Book();

    @BeforeEach
    void openTheStall() {
        assertThat(await(locations.create(
                        new Location(STALL, "Gian hội chợ", Location.Kind.FAIR_STALL, "01", false, false))))
                .isTrue();
    }

    @Test
    void nothingOfTheLotIsSoldAnywhereAndBuyersAreToldOnce() {
        var sku = certified();
        for (var place : List.of(WAREHOUSE, SHOWROOM, STALL)) {
            receiveLot(place, sku, "L1", 5);
        }
        receive(SHOWROOM, sku, 3);
        var order = order(sku, "buyer@sample.test");
        var staff = new StaffMember(
                "s" + sku, sku + "@staff.test", Set.of(Role.POS_STAFF), Set.of(), Set.of(STALL), Set.of());
        assertThat(accounts.list(staff, "{noop}x").thenReturn(true).block(PATIENCE))
                .isTrue();
        var worker = worker();
        worker.start();
        try {
            recalled.add(lot(sku, null));
            waitUntil(() -> !isSoldAnywhere(sku));
            waitUntil(() -> !outbox.to("buyer@sample.test").isEmpty()
                    && !outbox.to(staff.email()).isEmpty());
        } finally {
            worker.stop();
        }

        assertThat(outbox.to("buyer@sample.test")).hasSize(1);
        assertThat(outbox.to("buyer@sample.test").getFirst().text()).contains(order, "L1", "Có dị vật", "/t/");
        assertThat(outbox.to(staff.email())).hasSize(1);
        var reach = await(following().reach(sku, "L1"));
        assertThat(reach.holders()).extracting(Reach.Holder::locationId).contains(WAREHOUSE, SHOWROOM, STALL);
        assertThat(reach.unnumbered()).extracting(Reach.Holder::onHand).containsExactly(3L);
        assertThat(reach.buyers()).extracting(Reach.Buyer::number).containsExactly(order);
        assertThat(await(holding.mayLeave(reach.buyers().getFirst().orderId(), Set.of(sku))))
                .isFalse();
    }

    /** Of three recalls one at least, for a machine may stand still for a second of its own. */
    @Test
    void saleStopsWithinTwoSeconds() {
        var worker = worker();
        worker.start();
        try {
            var took = IntStream.range(0, 3).mapToObj(_ -> stopsAfter()).toList();
            assertThat(took).anyMatch(time -> time.compareTo(Duration.ofSeconds(2)) < 0);
        } finally {
            worker.stop();
        }
    }

    private Duration stopsAfter() {
        var sku = certified();
        for (var place : List.of(WAREHOUSE, SHOWROOM, STALL)) {
            receiveLot(place, sku, "L1", 5);
        }
        var began = System.nanoTime();
        recalled.add(lot(sku, null));
        waitUntil(() -> !isSoldAnywhere(sku));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void aBuyerIsToldOnceWhereverTheWorkerDies() {
        for (int step = 1; step < 14; step++) {
            var sku = certified();
            receiveLot(WAREHOUSE, sku, "L1", 5);
            var mail = sku + "@sample.test";
            assertThat(order(sku, mail)).isNotEmpty();
            recalled.clear();
            recalled.add(lot(sku, null));
            book.dieAt(step);
            outbox.dieAt(step);

            round(worker());
            book.dieAt(0);
            outbox.dieAt(0);
            round(worker());
            round(worker());

            assertThat(outbox.to(mail)).as("died at %d", step).hasSize(1);
            assertThat(book.told(sku)).hasSize(1);
        }
    }

    @Test
    void saleStopsWhileBuyersOfAnotherLotAreStillBeingTold() {
        var first = certified();
        receiveLot(WAREHOUSE, first, "L1", 5);
        assertThat(order(first, first + "@sample.test")).isNotEmpty();
        var next = certified();
        receiveLot(WAREHOUSE, next, "L1", 5);
        recalled.clear();
        recalled.add(lot(first, null));
        outbox.hang(true);
        var worker = worker();
        worker.start();
        try {
            waitUntil(outbox::hangs);
            recalled.add(lot(next, null));
            waitUntil(() -> !isSoldAnywhere(next));
        } finally {
            worker.stop();
            outbox.hang(false);
        }
    }

    @Test
    void aBuyerIsToldOnceByManyWorkersAtOnce() {
        var sku = certified();
        receiveLot(WAREHOUSE, sku, "L1", 5);
        var mail = sku + "@sample.test";
        assertThat(order(sku, mail)).isNotEmpty();
        recalled.clear();
        recalled.add(lot(sku, null));

        var rounds = Flux.range(0, 12)
                .flatMap(_ -> worker().follow().subscribeOn(Schedulers.boundedElastic()), 12)
                .count();

        assertThat(await(rounds)).isEqualTo(12);
        assertThat(outbox.to(mail)).hasSize(1);
        assertThat(book.told(sku)).hasSize(1);
    }

    @Test
    void readsNothingWhileAnotherInstanceHasTheTurn() {
        var sku = certified();
        receiveLot(WAREHOUSE, sku, "L1", 5);
        var mail = sku + "@sample.test";
        assertThat(order(sku, mail)).isNotEmpty();
        recalled.clear();
        recalled.add(lot(sku, null));
        book.open = false;

        round(worker());

        assertThat(book.read).hasValue(0);
        assertThat(isSoldAnywhere(sku)).as("sale stops all the same").isFalse();
        book.open = true;
        round(worker());
        assertThat(outbox.to(mail)).hasSize(1);
    }

    @Test
    void nobodyIsToldOfARecallThatIsClosedAndTheLotStaysOffSale() {
        var sku = certified();
        receiveLot(WAREHOUSE, sku, "L1", 5);
        var mail = sku + "@sample.test";
        assertThat(order(sku, mail)).isNotEmpty();
        recalled.clear();
        recalled.add(lot(sku, new Closing("Biên bản", clock.instant())));

        round(worker());

        assertThat(outbox.to(mail)).isEmpty();
        assertThat(isSoldAnywhere(sku)).isFalse();
    }

    @Test
    void whoPaysForARecalledLotGetsTheMoneyBackAndIsToldWhy() {
        var sku = certified();
        receiveLot(WAREHOUSE, sku, "L1", 5);
        var paying = ((Prepared) prepare(cartOf(1, sku), PaymentMethod.CARD, 10_000)).order();
        assertThat(await(stopping.recall(sku, "L1"))).isEqualTo(1);

        finalizing.paid(paying.id(), paying.total()).block(PATIENCE);

        var ended = await(orders.find(paying.id()));
        assertThat(ended.payment()).isIn(PaymentState.REFUND_PENDING, PaymentState.REFUNDED);
        assertThat(ended.timeline()).extracting(TimelineEntry::detail).contains("LOT_RECALLED");
    }

    @Test
    void whatIsPackedOfARecalledLotStaysAndStaffReadWhy() {
        var sku = certified();
        receiveLot(WAREHOUSE, sku, "L1", 5);
        var order = ((Prepared) prepare(cartOf(1, sku), PaymentMethod.CASH_ON_DELIVERY, 10_000)).order();
        assertThat(await(fulfilling.pack(order.id()))).isInstanceOf(OrderOutcome.Moved.class);
        assertThat(await(stopping.recall(sku, "L1"))).isEqualTo(1);

        assertThat(await(fulfilling.handOver(order.id()))).isEqualTo(new OrderOutcome.LotRecalled());
        assertThat(await(stock.online(List.of(sku)))).containsEntry(sku, new Supply(0, 4));
    }

    private boolean isSoldAnywhere(String sku) {
        var attempt = ids.next(8);
        var line = List.of(new StockLine(sku, 1));
        var until = clock.instant().plusSeconds(60);
        return await(Flux.just(WAREHOUSE, STALL)
                .concatMap(place -> holding.hold("try" + attempt + place + sku, line, place, until)
                        .flatMap(outcome -> holding.release("try" + attempt + place + sku, List.of(sku))
                                .thenReturn(!(outcome instanceof HoldRefused))))
                .collectList()
                .map(sold -> sold.contains(true)));
    }

    private void round(RecallWorker worker) {
        var _ = worker.follow().onErrorResume(_ -> Mono.empty()).block(PATIENCE);
    }

    private FollowingRecall following() {
        return new FollowingRecall(lots, locations, orders);
    }

    private RecallWorker worker() {
        var letters = new RecallLetters(messages, links, "https://shop.test");
        var notifying =
                new NotifyingRecall(following(), book, new SendingMail(outbox, clock), accounts, letters, clock);
        Recalls feed = _ -> Flux.fromIterable(recalled);
        return new RecallWorker(feed, stopping, notifying, new RecalledLots(), clock);
    }

    private LotRecord lot(String sku, @Nullable Closing closing) {
        var now = clock.instant();
        return new LotRecord(
                "lot" + sku,
                2,
                "p" + sku,
                sku,
                null,
                new LotNumber("L1"),
                null,
                null,
                null,
                List.of(),
                List.of(),
                new Recall("Có dị vật", null, null, now, closing),
                now,
                now);
    }

    /** A SKU that may be sold, of which there is nothing yet. */
    private String certified() {
        var sku = ids.next(8);
        products.sell(FakeProducts.Spec.of(sku, 10_000, LocalDate.now(clock).plusYears(1)));
        return sku;
    }

    /** The number of an order for one of it, paid on delivery. */
    private String order(String sku, String mail) {
        var cart = cartOf(1, sku);
        var request = new PreparationRequest(
                ids.next(20),
                cart,
                new Person("Nguyễn Thị Thử", "+84 912 345 678", mail),
                new Destination.To("01", "00004", "12 phố Thử"),
                PaymentMethod.CASH_ON_DELIVERY,
                Money.dong(10_000),
                List.of(),
                Locale.of("vi"));
        return ((Prepared) await(preparing.prepare(request))).order().number();
    }

    private void receiveLot(String location, String sku, String lot, long quantity) {
        var day = clock.instant().atZone(clock.getZone()).toLocalDate().plusYears(1);
        var movement = new Movement(
                ids.next(20),
                Movement.Kind.RECEIPT,
                location,
                null,
                List.of(new Movement.Line(sku, lot, day, quantity)),
                "test",
                null,
                clock.instant());
        assertThat(await(moving.move(movement))).isInstanceOf(MovementOutcome.Moved.class);
    }

    private static void waitUntil(BooleanSupplier done) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    /** Takes a letter of an id once, as the store does, and dies when it is told to: before, or after it took one. */
    private static final class Outbox implements MailOutbox {

        private final Map<String, Mail> taken = new ConcurrentHashMap<>();
        private final AtomicInteger offered = new AtomicInteger();
        private volatile int deadly;
        private volatile boolean hanging;
        private volatile boolean hangs;

        void hang(boolean on) {
            hanging = on;
            hangs = false;
        }

        /** Whether somebody waits for it. */
        boolean hangs() {
            return hangs;
        }

        void dieAt(int step) {
            deadly = step % 3 == 1 ? step : 0;
        }

        List<Mail> to(String address) {
            return taken.values().stream()
                    .filter(mail -> mail.to().equals(address))
                    .toList();
        }

        @Override
        public Mono<Void> add(Mail mail, Instant due) {
            if (hanging) {
                hangs = true;
                return Mono.never();
            }
            return Mono.fromRunnable(() -> {
                offered.incrementAndGet();
                if (deadly == 1) {
                    throw new IllegalStateException("died before the letter was stored");
                }
                taken.putIfAbsent(mail.id(), mail);
                if (deadly > 1) {
                    throw new IllegalStateException("died after the letter was stored");
                }
            });
        }

        @Override
        public Mono<Claim> claim(Instant now, Instant until) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> delivered(Claim claim, Instant at) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> retry(Claim claim, Instant due) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> park(Claim claim, String why, Instant at) {
            return Mono.empty();
        }
    }

    /** Notes in a map; dies before or after it noted. */
    private static final class Book implements Notices {

        private final Map<String, Map<String, Told>> told = new ConcurrentHashMap<>();
        private final AtomicInteger read = new AtomicInteger();
        private volatile boolean open = true;
        private volatile int deadly;

        void dieAt(int step) {
            deadly = step % 3 == 1 ? 0 : step;
        }

        Map<String, Told> told(String sku) {
            return told.getOrDefault("lot" + sku, Map.of());
        }

        @Override
        public Mono<Boolean> turn(String lotId, Instant now, Instant until) {
            return Mono.fromSupplier(() -> open);
        }

        @Override
        public Mono<Recorded> of(String lotId) {
            read.incrementAndGet();
            return Mono.fromSupplier(() ->
                    new Recorded(List.copyOf(told.getOrDefault(lotId, Map.of()).values()), List.of()));
        }

        @Override
        public Mono<Void> told(String lotId, Told one) {
            return Mono.fromRunnable(() -> {
                if (deadly % 3 == 2) {
                    throw new IllegalStateException("died before it was noted");
                }
                told.computeIfAbsent(lotId, _ -> new ConcurrentHashMap<>()).putIfAbsent(one.key(), one);
                if (deadly > 0) {
                    throw new IllegalStateException("died after it was noted");
                }
            });
        }

        @Override
        public Mono<Void> checked(String lotId, Check check) {
            return Mono.empty();
        }
    }
}
