package vn.ocopmarket.storefront.stockcount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Held;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.inventory.LedgerEntry;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.inventory.StockLine;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.stockcount.CountOutcome.AlreadyCounting;
import vn.ocopmarket.storefront.stockcount.CountOutcome.CountAgain;
import vn.ocopmarket.storefront.stockcount.CountOutcome.Done;
import vn.ocopmarket.storefront.stockcount.CountOutcome.LooksMissing;
import vn.ocopmarket.storefront.stockcount.CountOutcome.NothingCounted;
import vn.ocopmarket.storefront.stockcount.CountOutcome.WrongState;
import vn.ocopmarket.storefront.stockcount.CountingStock.Found;
import vn.ocopmarket.storefront.stockcount.domain.CountLine;
import vn.ocopmarket.storefront.stockcount.domain.CountedLot;
import vn.ocopmarket.storefront.stockcount.domain.StockCount;
import vn.ocopmarket.storefront.stockcount.domain.Tolerance;

/** Shelves are counted while they sell; what was missing is booked once and nothing that was sold is counted as missing. */
class StockCountIT extends CommerceIT {

    private static final int MORE_STEPS_THAN_THERE_ARE = 40;

    @Autowired
    CountingStock counting;

    @Autowired
    BookingCounts booking;

    @Autowired
    Counts counts;

    @Autowired
    HoldingStock holding;

    private String shelf = "";

    @BeforeEach
    void openAShelf(@Autowired Locations locations) {
        shelf = "shelf-" + ids.next(8).toLowerCase(Locale.ROOT);
        var _ = await(locations.create(new Location(shelf, "Kệ", Location.Kind.SHOWROOM, "01", true, true)));
    }

    @Test
    void booksWhatIsMissingAndNotWhatWasSoldMeanwhile() {
        var sku = stocked(20);
        var count = begin();

        assertThat(look(count, sku, 15)).isInstanceOf(CountAgain.class);
        assertThat(await(counting.submit(count))).isInstanceOf(LooksMissing.class);
        sell(sku, 2);
        assertThat(look(count, sku, 13)).isInstanceOf(Done.class);
        sell(sku, 1);
        assertThat(await(counting.submit(count))).isInstanceOf(Done.class);
        sell(sku, 1);
        assertThat(await(booking.approve(count, "manager"))).isInstanceOf(Done.class);
        assertThat(await(booking.approve(count, "manager"))).isInstanceOf(Done.class);

        assertThat(onHand(sku)).isEqualTo(11);
        assertStockAndLedgerAgree();
        assertThat(stock.ledger(sku, shelf, null, 50)
                        .filter(entry -> entry.type() == LedgerEntry.Type.COUNT)
                        .collectList()
                        .repeatWhen(again -> again.delayElements(Duration.ofMillis(100)))
                        .filter(found -> !found.isEmpty())
                        .blockFirst(PATIENCE))
                .singleElement()
                .satisfies(entry -> assertThat(entry.quantity()).isEqualTo(-5));
    }

    @Test
    void countsEachOwnersGoodsByThemselves() {
        var sku = stocked(5);
        var owned = new CountedLot(sku, null, Ownership.OWNED);
        var lines = List.of(new Movement.Line(sku, null, Ownership.OWNED, null, 4));
        assertThat(await(moving.move(new Movement(
                        ids.next(20), Movement.Kind.RECEIPT, shelf, null, lines, "test", null, clock.instant()))))
                .isInstanceOf(Moved.class);
        var count = begin();

        assertThat(look(count, sku, 6)).isInstanceOf(Done.class);
        assertThat(await(counting.look(count, new Found(ids.next(20), owned, 2, "clerk"))))
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> assertThat(done.count().lines())
                                .extracting(CountLine::key, CountLine::difference)
                                .containsExactly(tuple(sku + "|", 1L), tuple(sku + "||OWNED", -2L)));
        var _ = submitAndApprove(count);

        assertThat(levels(sku))
                .extracting(StockView::ownership, StockView::onHand)
                .containsExactlyInAnyOrder(tuple(Ownership.CONSIGNED, 6L), tuple(Ownership.OWNED, 2L));
        assertStockAndLedgerAgree();
    }

    @Test
    void findsWhatTheBooksDoNotKnow() {
        var sku = stocked(1);
        var other = ids.next(8);
        var count = begin();

        assertThat(look(count, sku, 1)).isInstanceOf(Done.class);
        assertThat(look(count, other, 4)).isInstanceOf(CountAgain.class);
        assertThat(look(count, other, 4)).isInstanceOf(Done.class);
        var _ = submitAndApprove(count);

        assertThat(onHand(other)).isEqualTo(4);
        assertThat(onHand(sku)).isEqualTo(1);
        assertStockAndLedgerAgree();
    }

    @Test
    void namesWhatIsMissingAndPromised() {
        var sku = stocked(5);
        assertThat(await(holding.allocate("o" + sku, List.of(new StockLine(sku, 5)), shelf, List.of())))
                .isInstanceOf(Held.class);
        var count = begin();
        assertThat(look(count, sku, 3)).isInstanceOf(Done.class);

        var booked = submitAndApprove(count);

        assertThat(booked.state()).isEqualTo(StockCount.State.BOOKED);
        assertThat(booked.blocked()).containsExactly(sku + "|");
        assertThat(onHand(sku)).isEqualTo(5);
        assertStockAndLedgerAgree();
    }

    @Test
    void countsALocationOnceAtATime() {
        var begun = await(Flux.range(0, 8)
                .flatMap(i -> counting.begin(shelf + i, shelf, "clerk"))
                .collectList());

        assertThat(begun.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(begun.stream().filter(AlreadyCounting.class::isInstance)).hasSize(7);
        var count = begun.stream()
                .filter(Done.class::isInstance)
                .map(done -> ((Done) done).count().id())
                .findFirst()
                .orElseThrow();
        assertThat(await(counting.begin(count, shelf, "clerk"))).isInstanceOf(Done.class);
        assertThat(await(counting.submit(count))).isInstanceOf(NothingCounted.class);
        assertThat(await(counting.discard(count))).isInstanceOf(Done.class);
        assertThat(await(counting.begin(shelf + "next", shelf, "clerk"))).isInstanceOf(Done.class);
    }

    @Test
    void losesNoLookAndCountsNoneTwice() {
        var sku = stocked(10);
        var other = stocked(10);
        var count = begin();

        var outcomes = await(Flux.range(0, 40)
                .flatMap(
                        i -> counting.look(count, new Found("look" + i / 2, lot(i % 4 < 2 ? sku : other), 10, "c")), 16)
                .collectList());

        assertThat(outcomes).allMatch(Done.class::isInstance);
        var lines = await(counts.find(count)).lines();
        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line.looks()).hasSize(10));
        var _ = submitAndApprove(count);
        assertThat(look(count, sku, 9)).isInstanceOf(WrongState.class);
        assertThat(onHand(sku)).isEqualTo(10);
    }

    @Test
    void judgesALookThatComesWhileItIsSubmitted() {
        var sku = stocked(20);
        var count = begin();
        assertThat(look(count, sku, 20)).isInstanceOf(Done.class);
        var pending = new AtomicBoolean(true);
        var lookedAtMeanwhile = (Counts) Proxy.newProxyInstance(
                Counts.class.getClassLoader(), new Class<?>[] {Counts.class}, (_, method, arguments) -> {
                    var answer = method.invoke(counts, arguments);
                    return method.getName().equals("find") && pending.getAndSet(false)
                            ? ((Mono<?>) answer).delayUntil(_ -> lookAgain(count, sku))
                            : answer;
                });

        var submitted = await(new CountingStock(lookedAtMeanwhile, stock, new Tolerance(2, 5), clock).submit(count));

        assertThat(submitted).isInstanceOf(LooksMissing.class);
        assertThat(await(counts.find(count)).state()).isEqualTo(StockCount.State.COUNTING);
    }

    @Test
    void booksTheOthersWhenOneAlwaysFails(@Autowired Locations locations) {
        var failing = booking();
        clock.move(Duration.ofSeconds(1));
        openAShelf(locations);
        var younger = booking();
        clock.move(Duration.ofMinutes(2));
        var broken = (Counts) Proxy.newProxyInstance(
                Counts.class.getClassLoader(),
                new Class<?>[] {Counts.class},
                (_, method, arguments) -> method.getName().equals("booked") && arguments[0].equals(failing)
                        ? Mono.error(new IllegalStateException("It always fails"))
                        : method.invoke(counts, arguments));

        var _ = await(new BookingCounts(broken, moving, clock).finishSince(clock.instant()));

        assertThat(await(counts.find(younger)).state()).isEqualTo(StockCount.State.BOOKED);
        assertThat(await(counts.find(failing)).state()).isEqualTo(StockCount.State.BOOKING);
        var _ = await(booking.finishSince(clock.instant().minusSeconds(70)));
        assertThat(await(counts.find(failing)).state()).isEqualTo(StockCount.State.BOOKED);
    }

    @ParameterizedTest
    @CsvSource({"false,false", "false,true", "true,false", "true,true"})
    void booksOnceWhereverItDied(boolean afterEffect, boolean byTheWorker) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var sku = stocked(10);
            var other = stocked(10);
            var count = begin();
            assertThat(look(count, sku, 8)).isInstanceOf(Done.class);
            assertThat(look(count, other, 11)).isInstanceOf(Done.class);
            assertThat(await(counting.submit(count))).isInstanceOf(Done.class);

            crashes.dieAt(step, afterEffect);
            booking.approve(count, "manager").then().onErrorComplete().block(PATIENCE);
            var died = crashes.restart();
            if (byTheWorker) {
                clock.move(Duration.ofMinutes(2));
                assertThat(booking.finishSince(clock.instant().minusSeconds(70)).block(PATIENCE))
                        .isNotNull();
            }
            var state = await(counts.find(count)).state();
            if (byTheWorker && died && state == StockCount.State.SUBMITTED) {
                assertThat(onHand(sku)).as("step %d", step).isEqualTo(10);
            }
            assertThat(await(booking.approve(count, "manager"))).isInstanceOf(Done.class);

            assertThat(onHand(sku)).as("step %d", step).isEqualTo(8);
            assertThat(onHand(other)).as("step %d", step).isEqualTo(11);
            if (!died) {
                assertThat(step).isGreaterThan(5);
                break;
            }
        }
        assertStockAndLedgerAgree();
    }

    private String begin() {
        var id = ids.next(20);
        assertThat(await(counting.begin(id, shelf, "clerk"))).isInstanceOf(Done.class);
        return id;
    }

    private CountOutcome look(String count, String sku, long counted) {
        return await(counting.look(count, new Found(ids.next(20), lot(sku), counted, "clerk")));
    }

    private static CountedLot lot(String sku) {
        return new CountedLot(sku, null, Ownership.CONSIGNED);
    }

    private Mono<CountOutcome> lookAgain(String count, String sku) {
        return counting.look(count, new Found(ids.next(20), lot(sku), 3, "clerk"));
    }

    /** A count whose booking began and did not end. */
    private String booking() {
        var sku = stocked(3);
        var count = begin();
        assertThat(look(count, sku, 2)).isInstanceOf(Done.class);
        assertThat(await(counting.submit(count))).isInstanceOf(Done.class);
        var from = StockCount.State.SUBMITTED;
        assertThat(await(counts.enter(count, from, StockCount.State.BOOKING, "manager", clock.instant())))
                .isNotNull();
        return count;
    }

    private StockCount submitAndApprove(String count) {
        assertThat(await(counting.submit(count))).isInstanceOf(Done.class);
        var approved = await(booking.approve(count, "manager"));
        assertThat(approved).isInstanceOf(Done.class);
        return ((Done) approved).count();
    }

    private String stocked(long quantity) {
        var sku = ids.next(8);
        receive(shelf, sku, quantity);
        return sku;
    }

    private void sell(String sku, long quantity) {
        assertThat(move(Movement.Kind.SALE, shelf, null, sku, quantity)).isInstanceOf(Moved.class);
    }

    private long onHand(String sku) {
        return levels(sku).stream().mapToLong(StockView::onHand).sum();
    }
}
