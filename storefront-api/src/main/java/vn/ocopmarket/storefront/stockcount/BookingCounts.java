package vn.ocopmarket.storefront.stockcount;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.stockcount.CountOutcome.Done;
import vn.ocopmarket.storefront.stockcount.CountOutcome.UnknownCount;
import vn.ocopmarket.storefront.stockcount.CountOutcome.WrongState;
import vn.ocopmarket.storefront.stockcount.domain.CountLine;
import vn.ocopmarket.storefront.stockcount.domain.StockCount;
import vn.ocopmarket.storefront.stockcount.domain.StockCount.State;

/**
 * Books the differences that a manager approved: each line is a movement whose id follows from the count's, so it is booked
 * once, whoever goes on after a crash. What is missing and promised to orders cannot be taken from them; such a line is left
 * and named.
 */
public final class BookingCounts {

    private static final Logger LOG = LoggerFactory.getLogger(BookingCounts.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int BATCH = 20;

    private final Counts counts;
    private final MovingStock stock;
    private final Clock clock;

    BookingCounts(Counts counts, MovingStock stock, Clock clock) {
        this.counts = counts;
        this.stock = stock;
        this.clock = clock;
    }

    /** Again for a count that is booked changes nothing. */
    public Mono<CountOutcome> approve(String countId, String by) {
        return counts.enter(countId, State.SUBMITTED, State.BOOKING, by, clock.instant())
                .switchIfEmpty(counts.find(countId))
                .flatMap(count -> switch (count.state()) {
                    case BOOKING -> book(count).<CountOutcome>map(Done::new);
                    case BOOKED -> Mono.just(new Done(count));
                    case COUNTING, SUBMITTED, DISCARDED -> Mono.just(new WrongState(count));
                })
                .defaultIfEmpty(new UnknownCount())
                .timeout(TIMEOUT);
    }

    /** Finishes bookings that began before the moment; gives how many there were. One that fails stops no other. */
    Mono<Long> finishSince(Instant moment) {
        return counts.unfinishedSince(moment, BATCH)
                .concatMap(count -> book(count).onErrorResume(failure -> {
                    LOG.warn("Count {} could not be booked: {}", count.id(), failure.toString());
                    return Mono.empty();
                }))
                .count();
    }

    private Mono<StockCount> book(StockCount count) {
        return Flux.fromIterable(count.differing())
                .filterWhen(line -> stock.move(movement(count, line)).map(BookingCounts::isRefused))
                .map(CountLine::key)
                .collect(Collectors.toSet())
                .flatMap(blocked -> counts.booked(count.id(), blocked).switchIfEmpty(counts.find(count.id())));
    }

    private static boolean isRefused(MovementOutcome outcome) {
        return !(outcome instanceof Moved);
    }

    private static Movement movement(StockCount count, CountLine line) {
        return new Movement(
                "count:" + count.id() + ":" + line.key(),
                Movement.Kind.COUNT_DIFFERENCE,
                count.location(),
                null,
                List.of(new Movement.Line(line.sku(), line.lot(), line.what().ownership(), null, line.difference())),
                requireNonNull(count.approvedBy()),
                null,
                line.last().at());
    }
}
