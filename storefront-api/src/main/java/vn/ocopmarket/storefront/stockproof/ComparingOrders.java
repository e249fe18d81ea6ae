package vn.ocopmarket.storefront.stockproof;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.stockproof.StockProof.Discrepancy;
import vn.ocopmarket.storefront.stockproof.domain.OrderedGoods.Finding;
import vn.ocopmarket.storefront.stockproof.domain.OrderedGoods.Promised;

/**
 * Compares what stock is promised with what orders say, both ways round. What looks wrong is looked at again while its order
 * stands still, for between the two there is always something on its way.
 */
final class ComparingOrders {

    /** As long as a step that was interrupted may wait for the worker that goes on with it. */
    private static final Duration SETTLING = Duration.ofMinutes(5);

    private static final int ORDERS_AT_ONCE = 200;

    private final FindStock stock;
    private final Orders orders;
    private final Mending mending;
    private final Clock clock;

    ComparingOrders(FindStock stock, Orders orders, Mending mending, Clock clock) {
        this.stock = stock;
        this.orders = orders;
        this.mending = mending;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param promises how many holds and allocations there were
     * @param healed what was wrong and is not any more
     * @param left what is wrong still
     */
    record Compared(long promises, List<Discrepancy> healed, List<Discrepancy> left) {}

    /** What one owner was promised, by SKU. */
    private record Suspect(String owner, Map<String, Promised> promised) {

        long allocated() {
            return promised.values().stream().mapToLong(Promised::allocated).sum();
        }
    }

    Mono<Compared> compare() {
        return stock.claims()
                .collect(PromisesByOwner::new, PromisesByOwner::add)
                .flatMap(promises -> suspects(promises)
                        .concatMap(this::settle)
                        .reduce(new Compared(promises.count(), List.of(), List.of()), ComparingOrders::plus));
    }

    private Flux<Suspect> suspects(PromisesByOwner promises) {
        var promised = Flux.fromIterable(promises.owners())
                .buffer(ORDERS_AT_ONCE)
                .concatMap(owners -> orders.withIds(owners)
                        .collectMap(Order::id, Function.identity())
                        .flatMapIterable(known -> suspicious(owners, known, promises)));
        var forgotten = Flux.fromArray(FulfillmentState.values())
                .filter(fulfillment -> !fulfillment.allLeft())
                .concatMap(fulfillment -> orders.all(OrderState.CONFIRMED, fulfillment))
                .filter(order -> !promises.knows(order.id()) && isWrong(order, Map.of()))
                .map(order -> new Suspect(order.id(), Map.of()));
        return promised.concatWith(forgotten);
    }

    private List<Suspect> suspicious(List<String> owners, Map<String, Order> known, PromisesByOwner promises) {
        var suspects = new ArrayList<Suspect>();
        for (var owner : owners) {
            var suspect = new Suspect(owner, promises.of(owner));
            var order = known.get(owner);
            // Movements hold too, until they end; but only orders are allocated anything.
            if (order == null ? suspect.allocated() > 0 : isWrong(order, suspect.promised())) {
                suspects.add(suspect);
            }
        }
        return suspects;
    }

    private boolean isWrong(Order order, Map<String, Promised> promised) {
        return !Goods.of(order, clock.instant()).compare(promised).isEmpty();
    }

    private Mono<Compared> settle(Suspect suspect) {
        return orders.find(suspect.owner())
                .map(order -> settle(order, suspect))
                .defaultIfEmpty(unknown(suspect))
                .flatMap(settled -> settled);
    }

    private Mono<Compared> settle(Order order, Suspect suspect) {
        var skus = new TreeSet<>(order.skus());
        skus.addAll(suspect.promised().keySet());
        return findings(order.id(), skus)
                .filter(found -> !found.isEmpty())
                .flatMap(found -> mending.mend(order, found)
                        // Both as they are once it is mended.
                        .then(Mono.defer(() -> Mono.zip(promised(order.id(), skus), orders.find(order.id()))))
                        .map(now -> Goods.of(now.getT2(), clock.instant()).compare(now.getT1()))
                        .map(left -> compared(order.id(), found, left)))
                .defaultIfEmpty(new Compared(0, List.of(), List.of()));
    }

    /** What is wrong with an order that stood still while stock was read, and for a while before; empty when it moves. */
    private Mono<List<Finding>> findings(String orderId, Collection<String> skus) {
        var settled = clock.instant().minus(SETTLING);
        return orders.find(orderId)
                .filter(order -> !Goods.lastMoved(order).isAfter(settled))
                .flatMap(before -> promised(orderId, skus)
                        .flatMap(promised -> orders.find(orderId)
                                .filter(after -> Goods.stoodStill(before, after))
                                .map(after -> Goods.of(after, clock.instant()).compare(promised))));
    }

    private Mono<Map<String, Promised>> promised(String orderId, Collection<String> skus) {
        return stock.claims(skus)
                .filter(claim -> claim.owner().equals(orderId))
                .collect(PromisesByOwner::new, PromisesByOwner::add)
                .map(promises -> promises.of(orderId));
    }

    /** What no order knows of may belong to one that is just being written down; allocations come after that. */
    private Mono<Compared> unknown(Suspect suspect) {
        return promised(suspect.owner(), suspect.promised().keySet()).map(promised -> {
            var left = promised.entrySet().stream()
                    .filter(entry -> entry.getValue().allocated() > 0)
                    .map(entry -> new Discrepancy(
                            null,
                            suspect.owner(),
                            entry.getKey(),
                            "allocated to an order",
                            0,
                            entry.getValue().allocated()))
                    .toList();
            return new Compared(0, List.of(), left);
        });
    }

    private static Compared compared(String orderId, List<Finding> found, List<Finding> left) {
        var still = left.stream().map(Finding::sku).collect(Collectors.toSet());
        var healed = found.stream()
                .filter(finding -> !still.contains(finding.sku()))
                .map(finding -> discrepancy(orderId, finding))
                .toList();
        return new Compared(
                0,
                healed,
                left.stream().map(finding -> discrepancy(orderId, finding)).toList());
    }

    private static Discrepancy discrepancy(String orderId, Finding finding) {
        return new Discrepancy(null, orderId, finding.sku(), finding.rule(), finding.expected(), finding.found());
    }

    private static Compared plus(Compared one, Compared other) {
        return new Compared(
                one.promises() + other.promises(),
                joined(one.healed(), other.healed()),
                joined(one.left(), other.left()));
    }

    private static List<Discrepancy> joined(List<Discrepancy> one, List<Discrepancy> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }
}
