package vn.ocopmarket.storefront.order;

import java.time.Instant;
import java.util.Collection;
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
    Flux<Order> page(
            @Nullable OrderState state, @Nullable FulfillmentState fulfillment, @Nullable String before, int limit);

    /** The id belongs to an order already. */
    final class Taken extends RuntimeException {

        public Taken() {
            super("The order is there already", null, false, false);
        }
    }
}
