package vn.ocopmarket.storefront.settlement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.reactivestreams.Publisher;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.CollectionIndexes;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.commerce.Crashes;
import vn.ocopmarket.storefront.order.OrdersToEnter;
import vn.ocopmarket.storefront.pos.SalesToEnter;
import vn.ocopmarket.storefront.settlement.Market.Sold;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Period;
import vn.ocopmarket.storefront.settlement.domain.Placed;
import vn.ocopmarket.storefront.settlement.domain.Statement;
import vn.ocopmarket.testing.Stores;

/** A market whose settlement lies in a real store. */
abstract class SettledMarket {

    private static final MongoClient MONGO = MongoClients.create(Stores.mongoUri());
    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    static final Instant NOVEMBER = Instant.parse("2026-11-02T03:00:00Z");
    static final List<String> PRODUCERS = List.of("an", "binh", "ha");

    final MongoDatabase database = MONGO.getDatabase("settlement" + NUMBER.incrementAndGet());
    final Market market = new Market();
    final Crashes crashes = new Crashes();
    AnnotationConfigApplicationContext context;

    @BeforeEach
    void open() {
        context = new AnnotationConfigApplicationContext();
        context.registerBean(MongoDatabase.class, () -> database);
        context.registerBean(Clock.class, () -> Clock.fixed(NOVEMBER, Market.VIETNAM));
        context.registerBean(OrdersToEnter.class, market.waiting::orders);
        context.registerBean(SalesToEnter.class, market.waiting::sales);
        context.registerBean(Market.class, () -> market);
        context.registerBean(SimpleMeterRegistry.class);
        context.registerBean(CurrentStaff.class, () -> Mono::empty);
        context.registerBean(Crashes.class, () -> crashes);
        context.scan("vn.ocopmarket.storefront.settlement");
        context.refresh();
        // What is done in the background is done by the tests.
        context.getBeansOfType(PeriodicWorker.class).values().forEach(PeriodicWorker::stop);
        context.getBeansOfType(CollectionIndexes.class)
                .values()
                .forEach(indexes ->
                        finish(database.getCollection(indexes.collection()).createIndexes(indexes.indexes())));
    }

    @AfterEach
    void close() {
        context.close();
        finish(database.drop());
    }

    void sell(Random random, String id, LocalDate day) {
        var goods = PRODUCERS.stream()
                .filter(_ -> random.nextBoolean())
                .map(producer -> sold(random, producer))
                .toArray(Sold[]::new);
        if (goods.length > 0) {
            market.delivers(id, day, goods);
        }
    }

    static Sold sold(Random random, String producer) {
        var units = 1 + random.nextInt(5);
        var price = 10_000 + random.nextInt(400_000);
        var paid = random.nextBoolean() ? price * (long) units : price * (long) units - random.nextInt(5_000);
        var owned = random.nextInt(3) == 0 ? random.nextInt(units + 1) : 0;
        return new Sold(producer, units, price, paid, owned);
    }

    void giveBack(Random random, String orderId) {
        var order = market.orders.get(orderId);
        if (order != null) {
            var line = order.lines().get(random.nextInt(order.lines().size()));
            var producer = requireNonNull(line.producerId());
            var amount = line.total().amount() / line.quantity();
            market.givesBack(orderId, day(random, OCTOBER), producer, amount);
            if (random.nextBoolean()) {
                market.takesBack(orderId, "r-" + orderId, producer, random.nextInt(2));
            }
        }
    }

    static LocalDate day(Random random, YearMonth month) {
        return month.atDay(1 + random.nextInt(month.lengthOfMonth()));
    }

    ClosingPeriods closing() {
        return context.getBean(ClosingPeriods.class);
    }

    long gather() {
        return get(context.getBean(GatheringEntries.class).gather());
    }

    Period closed(YearMonth month) {
        var _ = gather();
        return ((ClosingOutcome.Closed) get(closing().close(month))).period();
    }

    /** What was the market's own is in no statement, and open to none. */
    List<Entry> owned() {
        return get(context.getBean(Entries.class)
                        .all()
                        .mapNotNull(Reading::orNull)
                        .collectList())
                .stream()
                .filter(placed -> placed.entry().isOwned())
                .peek(placed ->
                        assertThat(placed.open() || placed.statement() != null).isFalse())
                .map(Placed::entry)
                .toList();
    }

    /** What buyers paid for it, less what went back. */
    long ownedPaid() {
        return owned().stream()
                .mapToLong(entry -> entry.figures().paid().amount())
                .sum();
    }

    static long paid(Period period) {
        return requireNonNull(period.closing()).totals().sums().paid().amount();
    }

    List<Statement> statements(YearMonth month) {
        var reading = context.getBean(ReadingStatements.class);
        return requireNonNull(reading.of(month)
                .concatMap(head -> reading.find(head.id()))
                .collectList()
                .block(PATIENCE));
    }

    static <T> T get(Mono<T> mono) {
        return requireNonNull(mono.block(PATIENCE));
    }

    static void finish(Publisher<?> publisher) {
        var unused = Mono.from(publisher).block(PATIENCE);
    }
}
