package vn.ocopmarket.storefront.stockcount;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.stockcount.CountOutcome.AlreadyCounting;
import vn.ocopmarket.storefront.stockcount.CountOutcome.CountAgain;
import vn.ocopmarket.storefront.stockcount.CountOutcome.Done;
import vn.ocopmarket.storefront.stockcount.CountOutcome.LooksMissing;
import vn.ocopmarket.storefront.stockcount.CountOutcome.NothingCounted;
import vn.ocopmarket.storefront.stockcount.CountOutcome.UnknownCount;
import vn.ocopmarket.storefront.stockcount.CountOutcome.WrongState;
import vn.ocopmarket.storefront.stockcount.domain.CountLine;
import vn.ocopmarket.storefront.stockcount.domain.CountLine.Look;
import vn.ocopmarket.storefront.stockcount.domain.CountedLot;
import vn.ocopmarket.storefront.stockcount.domain.StockCount;
import vn.ocopmarket.storefront.stockcount.domain.StockCount.State;
import vn.ocopmarket.storefront.stockcount.domain.Tolerance;

/** Counts the shelves of a location while it goes on selling. Every step may be repeated. */
public final class CountingStock {

    private static final int MOST_LOTS = 1_000;

    private final Counts counts;
    private final FindStock stock;
    private final Tolerance tolerance;
    private final Clock clock;

    CountingStock(Counts counts, FindStock stock, Tolerance tolerance, Clock clock) {
        this.counts = counts;
        this.stock = stock;
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /**
     * What somebody found on a shelf.
     *
     * @param id of the request; the same again changes nothing
     */
    public record Found(String id, CountedLot what, long counted, String by) {}

    /** Begins to count a location; another count of it has to end first. */
    public Mono<CountOutcome> begin(String id, String location, String by) {
        var fresh = new StockCount(id, location, State.COUNTING, List.of(), by, clock.instant(), null, Set.of());
        return counts.begin(fresh).map(begun -> begun.id().equals(id) ? new Done(begun) : new AlreadyCounting(begun));
    }

    /** Writes down what was found, beside what the books say at this moment: what is sold later changes both alike. */
    public Mono<CountOutcome> look(String countId, Found found) {
        return counts.find(countId)
                .flatMap(count -> expected(count.location(), found.what())
                        .map(expected -> new Look(found.id(), found.counted(), expected, found.by(), clock.instant()))
                        .flatMap(look -> counts.look(countId, found.what(), look))
                        .map(after -> judge(after, found))
                        .switchIfEmpty(Mono.defer(() -> counts.find(countId).map(WrongState::new))))
                .defaultIfEmpty(new UnknownCount());
    }

    /** Everything is counted; lines that differ much were counted twice. */
    public Mono<CountOutcome> submit(String countId) {
        return counts.find(countId).flatMap(this::submit).defaultIfEmpty(new UnknownCount());
    }

    private Mono<CountOutcome> submit(StockCount count) {
        if (count.state() != State.COUNTING) {
            return Mono.just(count.state() == State.SUBMITTED ? new Done(count) : new WrongState(count));
        }
        if (count.lines().isEmpty()) {
            return Mono.just(new NothingCounted());
        }
        var again = count.toRecount(tolerance);
        if (!again.isEmpty()) {
            return Mono.just(new LooksMissing(again));
        }
        // A look that came meanwhile has to be judged too.
        return counts.submitted(count, clock.instant())
                .<CountOutcome>map(Done::new)
                .switchIfEmpty(Mono.defer(() -> submit(count.id())));
    }

    /** The manager wants some of it counted again. */
    public Mono<CountOutcome> sendBack(String countId) {
        return enter(countId, State.SUBMITTED, State.COUNTING);
    }

    /** The count is given up; nothing is booked. */
    public Mono<CountOutcome> discard(String countId) {
        return enter(countId, State.COUNTING, State.DISCARDED);
    }

    /** Whether the line has to be counted once more. */
    public boolean wantsAnotherLook(CountLine line) {
        return !line.isSettled(tolerance);
    }

    private Mono<CountOutcome> enter(String countId, State from, State to) {
        return counts.enter(countId, from, to, null, clock.instant())
                .<CountOutcome>map(Done::new)
                .switchIfEmpty(counts.find(countId)
                        .map(count -> count.state() == to ? new Done(count) : new WrongState(count)))
                .defaultIfEmpty(new UnknownCount());
    }

    private Mono<Long> expected(String location, CountedLot what) {
        return stock.levels(what.sku(), location, null, MOST_LOTS)
                .filter(level -> new CountedLot(level.sku(), level.lot(), level.ownership()).equals(what))
                .next()
                .map(StockView::onHand)
                .defaultIfEmpty(0L);
    }

    private CountOutcome judge(StockCount count, Found found) {
        return count.lines().stream()
                .filter(line -> line.what().equals(found.what()))
                .filter(this::wantsAnotherLook)
                .findFirst()
                .<CountOutcome>map(line -> new CountAgain(count, line))
                .orElseGet(() -> new Done(count));
    }
}
