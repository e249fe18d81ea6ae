package vn.ocopmarket.storefront.returning;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.returning.domain.Announced;

/** What is about to be received of orders, numbered one after the other. */
public interface AnnouncedReceptions {

    /** All of an order. */
    Flux<Announced> ofOrder(String orderId);

    /** Gives false when the order has one of this number already. */
    Mono<Boolean> add(String orderId, int number, Announced announced);
}
