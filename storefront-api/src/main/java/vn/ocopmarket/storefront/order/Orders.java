package vn.ocopmarket.storefront.order;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All orders. */
public interface Orders {

    /**
     * Adds a new order that a worker looks at when it is due.
     *
     * @return the order; when the id is taken, an error of {@link Taken}
     */
    Mono<Order> add(Order order, Instant due);

    /** Empty when there is none. */
    Mono<Order> find(String id);

    /** Those of these ids that there are; few enough for one question. */
    Flux<Order> withIds(Collection<String> ids);

    /** By the number people use. Empty when there is none. */
    Mono<Order> findByNumber(String number);

    /** The order after the change; empty when it is not in a state the change leaves, or not there. */
    Mono<Order> change(String id, OrderChange change);

    /** Orders that are due, each leased to the caller until the given moment; another caller skips them till then. */
    Flux<Order> lease(Instant now, Instant until, int limit);

    /** Newest first, for staff; {@code before} is the id of the last seen. */
    Flux<Order> page(Sieve sieve, @Nullable String before, int limit);

    /** Orders that somebody has to do something with, the oldest first; {@code after} is the id of the last seen. */
    Flux<Order> work(Work wanted, @Nullable String after, int limit);

    /** Confirmed and completed orders that this code of a buyer was given for: one, but by the rarest chance. */
    Flux<Order> withPickupCode(String code);

    /** Orders that were collected at a location from a moment on and before another, in the order in which they were. */
    Flux<Order> collected(String locationId, Instant from, Instant before);

    /**
     * Which placed orders staff look for.
     *
     * @param state null for all
     * @param fulfillment null for all
     * @param locations of which all of their goods come; null for all
     */
    record Sieve(
            @Nullable OrderState state,
            @Nullable FulfillmentState fulfillment,
            @Nullable Set<String> locations) {}

    /**
     * Which orders to work at.
     *
     * @param locations of which some goods come; null for all
     * @param collected whether the buyer comes for them; null when that does not matter
     * @param phoneTail last digits of the buyer's telephone number; null for all
     * @param parcels states of which a parcel of the order has one; empty for all
     * @param unrefunded whether only those of which nothing was given back since a parcel came back
     */
    record Work(
            OrderState state,
            Set<FulfillmentState> states,
            @Nullable Set<String> locations,
            @Nullable Boolean collected,
            @Nullable String phoneTail,
            Set<ShipmentState> parcels,
            boolean unrefunded) {

        /** So many digits people remember. */
        public static final int DIGITS = 4;

        /** Whatever became of their parcels. */
        public Work(
                OrderState state,
                Set<FulfillmentState> states,
                @Nullable Set<String> locations,
                @Nullable Boolean collected,
                @Nullable String phoneTail) {
            this(state, states, locations, collected, phoneTail, Set.of(), false);
        }
    }

    /** All that are in these states, in the order of their ids. */
    Flux<Order> all(OrderState state, FulfillmentState fulfillment);

    /** The id belongs to an order already. */
    final class Taken extends RuntimeException {

        public Taken() {
            super("The order is there already", null, false, false);
        }
    }
}
