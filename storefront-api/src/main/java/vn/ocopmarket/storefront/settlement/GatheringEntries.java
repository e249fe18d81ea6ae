package vn.ocopmarket.storefront.settlement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrdersToEnter;
import vn.ocopmarket.storefront.order.OrdersToEnter.Waiting;
import vn.ocopmarket.storefront.pos.FindCounterSales;
import vn.ocopmarket.storefront.pos.FindCounterSales.CounterSale;
import vn.ocopmarket.storefront.pos.SalesToEnter;
import vn.ocopmarket.storefront.settlement.GatheringPlaces.Place;
import vn.ocopmarket.storefront.settlement.GatheringPlaces.Stuck;

/**
 * Enters everything that was paid and delivered, or that went back since, a page at a time. What is entered waits no more; who
 * dies in between finds it waiting again, and enters nothing twice.
 */
public final class GatheringEntries {

    private static final Logger LOG = LoggerFactory.getLogger(GatheringEntries.class);
    private static final int PAGE = 100;

    static final LeavingOut.Kind<Order> ORDERS = new LeavingOut.Kind<>(Order::id, Order::number);

    private static final LeavingOut.Kind<Waiting> WAITING = new LeavingOut.Kind<>(
            waiting -> waiting.order().id(), waiting -> waiting.order().number());

    static final LeavingOut.Kind<CounterSale> SALES = new LeavingOut.Kind<>(CounterSale::id, CounterSale::receipt);

    /** Before sales over counters waited they were looked at for so long. */
    private static final int DAYS_OF_COUNTERS = 62;

    private final OrdersToEnter orders;
    private final SalesToEnter sales;
    private final FindCounterSales earlierSales;
    private final GatheringPlaces places;
    private final EnteringSales entering;
    private final Clock clock;

    GatheringEntries(Sources sources, GatheringPlaces places, EnteringSales entering, Clock clock) {
        this.orders = sources.orders();
        this.sales = sources.sales();
        this.earlierSales = sources.earlierSales();
        this.places = places;
        this.entering = entering;
        this.clock = clock;
    }

    /** Where goods are sold. */
    record Sources(OrdersToEnter orders, SalesToEnter sales, FindCounterSales earlierSales) {}

    /**
     * How far gathering is.
     *
     * @param begun false until everything that was sold before was looked at once
     * @param waitingSince the day of the oldest that waits; null when nothing does
     */
    public record Progress(boolean begun, @Nullable LocalDate waitingSince) {

        /** Whether everything of that day, and of all days before, is entered. */
        public boolean isPast(LocalDate day) {
            return begun && (waitingSince == null || waitingSince.isAfter(day));
        }
    }

    /** Never empty. */
    public Mono<Progress> progress() {
        var ofOrders = orders.oldest().map(at -> LocalDate.ofInstant(at, clock.getZone()));
        var oldest = Flux.merge(ofOrders, sales.oldest())
                .reduce((one, other) -> one.isBefore(other) ? one : other)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        return Mono.zip(places.find(), oldest)
                .map(found -> new Progress(found.getT1().done(), found.getT2().orElse(null)));
    }

    /** What could not be entered when it was last tried. Its month cannot be closed. Never empty; the list may be. */
    public Mono<List<Stuck>> stuck() {
        return places.stuck();
    }

    /** Enters all that waits; gives how many entries are new. What cannot be entered is left out, and kept to be seen. */
    public Mono<Long> gather() {
        return Mono.defer(() -> {
            var out = new LeavingOut();
            return Flux.concatDelayError(earlier(out), ofOrders(out), ofCounters(out))
                    .reduce(0L, Long::sum)
                    .flatMap(count -> keep(out.all()).thenReturn(count))
                    .onErrorResume(fault -> keep(out.all()).then(Mono.error(fault)));
        });
    }

    private Mono<Void> keep(List<Stuck> stuck) {
        return places.stuck().filter(kept -> !kept.equals(stuck)).flatMap(_ -> {
            if (!stuck.isEmpty()) {
                LOG.error("Cannot be entered for their producers: {}", stuck);
            }
            return places.keep(stuck);
        });
    }

    private Flux<Long> ofOrders(LeavingOut out) {
        return untilNoneWaits(next(orders::waiting, out).flatMap(page -> out.enter(page, WAITING, this::enterWaiting)));
    }

    /** What was not left out of those that wait; empty when there is nothing else. */
    private static <T> Mono<List<T>> next(IntFunction<Flux<Reading<T>>> waiting, LeavingOut out) {
        return Mono.defer(() -> {
            var before = out.size();
            return waiting.apply(PAGE + before).collectList().flatMap(page -> {
                var readable = out.readable(page);
                if (!readable.isEmpty()) {
                    return Mono.just(readable);
                }
                return out.size() > before ? next(waiting, out) : Mono.empty();
            });
        });
    }

    private Mono<Long> enterWaiting(List<Waiting> some) {
        return entering.enterOrders(some.stream().map(Waiting::order).toList())
                .flatMap(entered ->
                        Flux.fromIterable(some).concatMap(orders::entered).then(Mono.just(entered)));
    }

    private Flux<Long> ofCounters(LeavingOut out) {
        return untilNoneWaits(next(sales::waiting, out).flatMap(page -> out.enter(page, SALES, this::enterBooked)));
    }

    private Mono<Long> enterBooked(List<CounterSale> some) {
        return entering.enterSales(some)
                .flatMap(entered -> sales.entered(
                                some.stream().map(CounterSale::id).toList())
                        .thenReturn(entered));
    }

    /** What was sold before anything waited; once in the life of a market, and from where it was left. */
    private Flux<Long> earlier(LeavingOut out) {
        return untilNoneWaits(
                Mono.defer(places::find).filter(place -> !place.done()).flatMap(place -> next(place, out)));
    }

    /** The next page is asked for when the last one is entered; what changed meanwhile waits again. */
    private static Flux<Long> untilNoneWaits(Mono<Long> page) {
        return page.repeatWhen(pages -> pages.takeWhile(count -> count > 0));
    }

    /** What cannot be entered keeps its page from being passed: nobody would ask for it later. */
    private Mono<Long> next(Place from, LeavingOut out) {
        return orders.completed(from.after(), PAGE).collectList().flatMap(page -> {
            var entered =
                    page.isEmpty() ? countersOfBefore(out) : enterEarlier(page, ORDERS, entering::enterOrders, out);
            var to = page.isEmpty()
                    ? new Place(from.after(), true)
                    : new Place(page.getLast().id(), false);
            return entered.flatMap(count -> places.move(to).thenReturn(count));
        });
    }

    private static <T> Mono<Long> enterEarlier(
            List<Reading<T>> page, LeavingOut.Kind<T> kind, Function<List<T>, Mono<Long>> entering, LeavingOut out) {
        return out.enter(out.readable(page), kind, entering)
                .filter(_ -> page.stream().noneMatch(one -> out.has(one.id())))
                .switchIfEmpty(Mono.error(
                        () -> new IllegalStateException("What was sold earlier cannot all be entered: " + out.all())));
    }

    private Mono<Long> countersOfBefore(LeavingOut out) {
        var today = LocalDate.now(clock);
        return earlierSales
                .between(today.minusDays(DAYS_OF_COUNTERS), today)
                .buffer(PAGE)
                .concatMap(page -> enterEarlier(page, SALES, entering::enterSales, out))
                .reduce(0L, Long::sum);
    }
}
