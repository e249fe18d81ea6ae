package vn.ocopmarket.storefront.order;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which orders belong to buyers who sign in. A guest's order belongs to nobody until a buyer claims it. */
public interface OrdersOfBuyers {

    /** Those that were placed, the newest first; {@code before} is the id of the last seen. */
    Flux<Order> of(String buyerId, @Nullable String before, int limit);

    Mono<Boolean> owns(String buyerId, String orderId);

    /** From now on it belongs to the buyer; false when it belongs to another, or is not there. */
    Mono<Boolean> claim(String buyerId, String orderId);

    /** The buyer's orders belong to nobody any more. */
    Mono<Void> letGo(String buyerId);
}
