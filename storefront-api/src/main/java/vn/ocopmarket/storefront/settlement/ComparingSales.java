package vn.ocopmarket.storefront.settlement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrdersToEnter;
import vn.ocopmarket.storefront.pos.FindCounterSales;
import vn.ocopmarket.storefront.pos.FindCounterSales.CounterSale;
import vn.ocopmarket.storefront.settlement.domain.Comparison;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Finding.Rule;
import vn.ocopmarket.storefront.settlement.domain.Placed;
import vn.ocopmarket.storefront.settlement.domain.Sold;

/**
 * Holds everything that was sold against its entries, a page at a time, and enters what is missing. What does not agree is
 * read again on both sides before it counts, for somebody else may have entered it meanwhile; what cannot be entered is told
 * and left out.
 */
final class ComparingSales {

    private static final int PAGE = 200;

    private final OrdersToEnter orders;
    private final FindCounterSales sales;
    private final EnteringSales entering;
    private final Entries entries;
    private final Clock clock;

    ComparingSales(GatheringEntries.Sources sources, EnteringSales entering, Entries entries, Clock clock) {
        this.orders = sources.orders();
        this.sales = sources.earlierSales();
        this.entering = entering;
        this.entries = entries;
        this.clock = clock;
    }

    /** What one kind of sale is read by. */
    private record Side<T>(
            LeavingOut.Kind<T> kind, Function<List<T>, Mono<List<Sold>>> sold, Function<List<T>, Flux<T>> again) {}

    /** Something that was sold, beside its entries. */
    private record Pair(Sold sold, Map<String, Placed> stored) {

        boolean agrees() {
            return Comparison.agree(sold, stored);
        }
    }

    /** Gives how many entries were missing. An error when nothing can be entered. */
    Mono<Long> compare(Comparison comparison) {
        return Mono.defer(() -> {
            var out = new LeavingOut();
            var ofOrders = pages().concatMap(page ->
                    out.enter(out.readable(page), GatheringEntries.ORDERS, compare(ofOrders(), comparison)));
            var ofCounters = counterSales()
                    .buffer(PAGE)
                    .concatMap(page ->
                            out.enter(out.readable(page), GatheringEntries.SALES, compare(ofCounters(), comparison)));
            return Flux.concat(ofOrders, ofCounters)
                    .reduce(0L, Long::sum)
                    .flatMap(missing -> leaveOut(out, comparison).thenReturn(missing));
        });
    }

    private Side<Order> ofOrders() {
        return new Side<>(
                GatheringEntries.ORDERS,
                entering::ofOrders,
                some -> orders.completed(some.stream().map(Order::id).toList()));
    }

    private Side<CounterSale> ofCounters() {
        return new Side<>(
                GatheringEntries.SALES,
                entering::ofSales,
                some -> Flux.fromStream(some.stream().map(CounterSale::day).distinct())
                        .concatMap(day -> sales.between(day, day))
                        .mapNotNull(Reading::orNull)
                        .filter(sale -> some.stream().anyMatch(one -> one.id().equals(sale.id()))));
    }

    private <T> Function<List<T>, Mono<Long>> compare(Side<T> side, Comparison comparison) {
        return some -> {
            var pairs = new ArrayList<Pair>();
            return look(side, some, pairs)
                    .flatMap(missing -> {
                        var doubtful = pairs.stream()
                                .filter(pair -> !pair.agrees())
                                .map(pair -> pair.sold().document())
                                .collect(Collectors.toSet());
                        pairs.removeIf(pair -> doubtful.contains(pair.sold().document()));
                        return lookAgain(side, some, doubtful, pairs).map(more -> missing + more);
                    })
                    // Not before all of it is known, since what fails is looked at once more.
                    .doOnNext(_ -> pairs.forEach(pair -> comparison.sold(pair.sold(), pair.stored())));
        };
    }

    private <T> Mono<Long> lookAgain(Side<T> side, List<T> some, Set<String> documents, List<Pair> pairs) {
        var doubtful = some.stream()
                .filter(one -> documents.contains(side.kind().document().apply(one)))
                .toList();
        return doubtful.isEmpty()
                ? Mono.just(0L)
                : side.again().apply(doubtful).collectList().flatMap(now -> look(side, now, pairs));
    }

    private <T> Mono<Long> look(Side<T> side, List<T> some, Collection<Pair> pairs) {
        return side.sold()
                .apply(some)
                .flatMap(sold -> entering.enter(sold)
                        .flatMap(missing -> stored(sold)
                                .doOnNext(stored -> sold.forEach(one -> pairs.add(new Pair(one, stored))))
                                .thenReturn(missing)));
    }

    private Mono<Map<String, Placed>> stored(List<Sold> sold) {
        var ids = sold.stream()
                .flatMap(one -> Stream.concat(one.entries().stream().map(Entry::id), one.idsOfOthers().stream()))
                .toList();
        return entries.placed(ids)
                .collect(Collectors.toMap(placed -> placed.entry().id(), Function.identity()));
    }

    /** What was entered of it before is taken as it is, so that all else still adds up. */
    private Mono<Void> leaveOut(LeavingOut out, Comparison comparison) {
        out.byId()
                .forEach((id, left) -> comparison.leftOut(
                        out.isBroken(id) ? Rule.READABLE : Rule.NOT_ENTERED, left.document(), left.why()));
        return out.size() == 0
                ? Mono.empty()
                : entries.all()
                        .mapNotNull(Reading::orNull)
                        .filter(placed -> out.has(placed.entry().soldIn()))
                        .doOnNext(comparison::unproven)
                        .then();
    }

    private Flux<List<Reading<Order>>> pages() {
        return orders.completed(null, PAGE)
                .collectList()
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : orders.completed(page.getLast().id(), PAGE).collectList());
    }

    private Flux<Reading<CounterSale>> counterSales() {
        return sales.firstDay().flatMapMany(first -> sales.between(first, LocalDate.now(clock)));
    }
}
