package vn.ocopmarket.storefront.fulfillment;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.Orders.Work;
import vn.ocopmarket.storefront.order.ShipmentState;

/** Which orders the staff of some locations have to do something with. */
public final class OrderDesk {

    private static final String TAIL = "\\d{4,12}";

    private final Orders orders;

    OrderDesk(Orders orders) {
        this.orders = orders;
    }

    /** What is to be done next. */
    public enum Pile {
        PACK(FulfillmentState.UNFULFILLED, FulfillmentState.PARTIALLY_PACKED, FulfillmentState.PARTIALLY_HANDED_OVER),
        HAND_OVER(FulfillmentState.PARTIALLY_PACKED, FulfillmentState.PACKED, FulfillmentState.PARTIALLY_HANDED_OVER),
        UNDERWAY(
                FulfillmentState.PARTIALLY_HANDED_OVER,
                FulfillmentState.HANDED_OVER,
                FulfillmentState.PARTIALLY_DELIVERED),
        COLLECT(FulfillmentState.PACKED),
        /** Some of what was paid came back, and nobody gave any of the money back yet. */
        CAME_BACK(FulfillmentState.PARTIALLY_RETURNED);

        private final Set<FulfillmentState> states;

        Pile(FulfillmentState first, FulfillmentState... others) {
            this.states = EnumSet.of(first, others);
        }

        /** Only those that are fetched, only those that are sent, or both. */
        private @Nullable Boolean collected() {
            return switch (this) {
                case COLLECT -> true;
                case HAND_OVER -> false;
                case PACK, UNDERWAY, CAME_BACK -> null;
            };
        }

        /** States of which a parcel has one at least, as far as that says that there is something to do. */
        private Set<ShipmentState> parcels() {
            return switch (this) {
                case HAND_OVER -> EnumSet.of(ShipmentState.PACKED);
                case UNDERWAY -> EnumSet.of(ShipmentState.HANDED_OVER, ShipmentState.ATTEMPT_FAILED);
                case PACK, COLLECT, CAME_BACK -> Set.of();
            };
        }

        private Work work(@Nullable Set<String> locations) {
            return new Work(of(), states, locations, collected(), null, parcels(), this == CAME_BACK);
        }

        private OrderState of() {
            return this == CAME_BACK ? OrderState.COMPLETED : OrderState.CONFIRMED;
        }

        /** Orders of which only a part has come so far may lie on this pile without anything to do. */
        private boolean has(Order order) {
            return switch (this) {
                case PACK -> !order.unpacked().isEmpty();
                case HAND_OVER ->
                    order.shipments().all().stream().anyMatch(parcel -> parcel.state() == ShipmentState.PACKED);
                case UNDERWAY ->
                    order.shipments().all().stream()
                            .anyMatch(parcel -> parcel.state().isUnderway());
                case COLLECT, CAME_BACK -> true;
            };
        }
    }

    /**
     * A page of a pile, the oldest first.
     *
     * @param next where the next page begins; null for the last
     */
    public record Page(List<Order> orders, @Nullable String next) {

        public Page {
            orders = List.copyOf(orders);
        }
    }

    /**
     * As many as fit on a page, unless there are no more.
     *
     * @param locations of which some goods come; null for all
     */
    public Mono<Page> pile(Pile pile, @Nullable Set<String> locations, @Nullable String after, int limit) {
        return fill(pile.work(locations), pile, List.of(), after, limit);
    }

    /** What a query cannot tell is looked at here, and then the page is filled with what comes after. */
    private Mono<Page> fill(Work work, Pile pile, List<Order> before, @Nullable String after, int limit) {
        return orders.work(work, after, limit).collectList().flatMap(seen -> {
            var found = Stream.concat(before.stream(), seen.stream().filter(pile::has))
                    .toList();
            if (found.size() > limit || found.size() == limit && seen.size() == limit) {
                var page = found.subList(0, limit);
                return Mono.just(new Page(page, page.getLast().id()));
            }
            return seen.size() < limit
                    ? Mono.just(new Page(found, null))
                    : fill(work, pile, found, seen.getLast().id(), limit);
        });
    }

    /** By the number of an order, or by the last digits of a telephone number among the orders that are not done. */
    public Flux<Order> search(String text, @Nullable Set<String> locations, int limit) {
        var wanted = text.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s.-]", "");
        if (!wanted.matches(TAIL)) {
            return orders.findByNumber(wanted)
                    .filter(Order::isPlaced)
                    .filter(order -> locations == null || isAt(order, locations))
                    .flux();
        }
        var tail = wanted.substring(wanted.length() - Work.DIGITS);
        var digits = wanted.replaceFirst("^0+", "");
        return orders.work(
                        new Work(OrderState.CONFIRMED, EnumSet.allOf(FulfillmentState.class), locations, null, tail),
                        null,
                        limit)
                .filter(order -> order.contact().phone().replaceAll("\\D", "").endsWith(digits));
    }

    /** Whether some of the goods of an order come from one of these locations. */
    public static boolean isAt(Order order, Set<String> locations) {
        return order.preparation().takes().stream().anyMatch(take -> locations.contains(take.locationId()));
    }
}
