package vn.ocopmarket.storefront.settlement;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrdersToEnter;
import vn.ocopmarket.storefront.pos.FindCounterSales.CounterSale;
import vn.ocopmarket.storefront.pos.SalesToEnter;

/** What of a market waits to be entered, in memory. */
final class Waiting {

    private final Map<String, Order> orders;
    private final Collection<CounterSale> sales;
    private final Map<String, Mark> marks = new ConcurrentHashMap<>();
    private final Map<String, LocalDate> sold = new ConcurrentHashMap<>();

    /** Happens while the next one asks how far gathering is. */
    final AtomicReference<Mono<?>> meanwhile = new AtomicReference<>(Mono.empty());

    /** Happens whenever a page of completed orders is read. */
    final AtomicReference<Mono<?>> beforeAPage = new AtomicReference<>(Mono.empty());

    /** Happens whenever some of them are read once more. */
    final AtomicReference<Mono<?>> beforeAnotherLook = new AtomicReference<>(Mono.empty());

    /** How many orders were read at once, at most. */
    final AtomicInteger mostAtOnce = new AtomicInteger();

    /** Ids of what nobody can read. */
    final Set<String> broken = ConcurrentHashMap.newKeySet();

    private record Mark(Instant since, long version) {}

    Waiting(Map<String, Order> orders, Collection<CounterSale> sales) {
        this.orders = orders;
        this.sales = sales;
    }

    void changed(String orderId, Instant at) {
        var _ = marks.merge(orderId, new Mark(at, 1), (old, now) -> new Mark(now.since(), old.version() + 1));
    }

    void booked(String saleId, LocalDate day) {
        sold.put(saleId, day);
    }

    /** As if it had been sold before anything waited. */
    void forget() {
        marks.clear();
        sold.clear();
    }

    private <T> Reading<T> read(String id, T value) {
        return broken.contains(id)
                ? new Reading.Broken<>(id, "N-" + id, "It is broken.")
                : new Reading.Read<>(id, value);
    }

    OrdersToEnter orders() {
        return new OrdersToEnter() {
            @Override
            public Flux<Reading<Waiting>> waiting(int limit) {
                var _ = mostAtOnce.accumulateAndGet(limit, Math::max);
                return Flux.fromStream(() -> marks.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> entry.getValue().since()))
                        .limit(limit)
                        .map(entry -> read(
                                entry.getKey(),
                                new Waiting(
                                        requireNonNull(orders.get(entry.getKey())),
                                        entry.getValue().version()))));
            }

            @Override
            public Mono<Void> entered(Waiting read) {
                return Mono.fromRunnable(() -> marks.computeIfPresent(
                        read.order().id(), (_, mark) -> mark.version() == read.version() ? null : mark));
            }

            @Override
            public Mono<Instant> oldest() {
                var first = meanwhile.getAndSet(Mono.empty());
                return first.then(Mono.defer(() -> Mono.justOrEmpty(
                        marks.values().stream().map(Mark::since).min(Comparator.naturalOrder()))));
            }

            @Override
            public Flux<Reading<Order>> completed(@Nullable String after, int limit) {
                return beforeAPage
                        .get()
                        .thenMany(Flux.fromStream(() -> orders.values().stream()
                                .filter(order -> after == null || order.id().compareTo(after) > 0)
                                .sorted(Comparator.comparing(Order::id))
                                .limit(limit)
                                .map(order -> read(order.id(), order))));
            }

            @Override
            public Flux<Order> completed(Collection<String> ids) {
                return beforeAnotherLook.get().thenMany(Flux.fromIterable(ids).mapNotNull(orders::get));
            }
        };
    }

    SalesToEnter sales() {
        return new SalesToEnter() {
            @Override
            public Flux<Reading<CounterSale>> waiting(int limit) {
                return Flux.fromStream(() -> sales.stream()
                        .filter(sale -> sold.containsKey(sale.id()))
                        .limit(limit)
                        .map(sale -> read(sale.id(), sale)));
            }

            @Override
            public Mono<Void> entered(Collection<String> ids) {
                return Mono.fromRunnable(() -> sold.keySet().removeAll(ids));
            }

            @Override
            public Mono<LocalDate> oldest() {
                return Mono.defer(() -> Mono.justOrEmpty(sold.values().stream().min(Comparator.naturalOrder())));
            }
        };
    }
}
