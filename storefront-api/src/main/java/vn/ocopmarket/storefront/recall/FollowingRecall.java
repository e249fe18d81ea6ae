package vn.ocopmarket.storefront.recall;

import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.FollowingLot;
import vn.ocopmarket.storefront.inventory.FollowingLot.Holding;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.recall.Reach.Buyer;
import vn.ocopmarket.storefront.recall.Reach.Holder;

/** Finds out where a lot is and where it went, at this moment. */
public final class FollowingRecall {

    private static final int ORDERS_A_QUESTION = 100;

    private final FollowingLot lots;
    private final Locations locations;
    private final Orders orders;

    FollowingRecall(FollowingLot lots, Locations locations, Orders orders) {
        this.lots = lots;
        this.locations = locations;
        this.orders = orders;
    }

    /** Never empty. */
    public Mono<Reach> reach(String sku, String lot) {
        return Mono.zip(shelves(sku, lot), gone(sku, lot))
                .map(found -> new Reach(
                        found.getT1().numbered(),
                        found.getT1().unnumbered(),
                        found.getT2().orders().stream()
                                .map(FollowingRecall::buyer)
                                .toList(),
                        found.getT2().sales()));
    }

    /** Locations with what they have of it, and with what they have without a lot number. */
    record Shelves(List<Holder> numbered, List<Holder> unnumbered) {}

    /** Never empty. */
    Mono<Shelves> shelves(String sku, String lot) {
        var names = locations.all().collectMap(Location::id, Location::name);
        return Mono.zip(names, lots.holdings(sku, lot).collectList())
                .map(found -> new Shelves(
                        holders(found.getT2(), found.getT1(), true), holders(found.getT2(), found.getT1(), false)));
    }

    /**
     * Orders that some of the lot was promised to or left with; those that came to nothing are not among them.
     *
     * @param but ids of orders that are not wanted, and not read
     */
    Flux<Order> orders(String sku, String lot, Set<String> but) {
        return lots.receivers(sku, lot)
                .flatMapIterable(references -> references)
                .filter(reference -> !but.contains(reference))
                .buffer(ORDERS_A_QUESTION)
                .concatMap(orders::withIds)
                .filter(FollowingRecall::mayHaveIt);
    }

    private record Gone(List<Order> orders, long sales) {}

    /** A reference that is no order's is a sale over the counter, or a movement between shelves. */
    private Mono<Gone> gone(String sku, String lot) {
        return lots.receivers(sku, lot)
                .flatMap(references -> Flux.fromIterable(references)
                        .buffer(ORDERS_A_QUESTION)
                        .concatMap(orders::withIds)
                        .collectList()
                        .flatMap(found -> lots.counterSales(
                                        sku, lot, found.stream().map(Order::id).toList())
                                .map(sales -> new Gone(
                                        found.stream()
                                                .filter(FollowingRecall::mayHaveIt)
                                                .toList(),
                                        sales))));
    }

    private static boolean mayHaveIt(Order order) {
        return order.state() == OrderState.CONFIRMED
                || order.state() == OrderState.COMPLETED
                || order.state() == OrderState.PLACED;
    }

    private static List<Holder> holders(List<Holding> holdings, Map<String, String> names, boolean numbered) {
        return holdings.stream()
                .filter(holding -> numbered == (holding.lot() != null))
                .map(holding -> new Holder(
                        holding.locationId(),
                        names.getOrDefault(holding.locationId(), holding.locationId()),
                        holding.onHand(),
                        holding.allocated()))
                .toList();
    }

    private static Buyer buyer(Order order) {
        return new Buyer(
                order.id(),
                order.number(),
                order.createdAt(),
                order.fulfillment().name(),
                order.contact().email() != null);
    }
}
