package vn.ocopmarket.storefront.ordernews;

import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Order;

/** Somebody who acts on what happens to orders, after it has happened; every bean of this type hears of everything. */
public interface OrderFollower {

    /**
     * Something was told on an order's timeline. Comes at least once for every entry, in their order; when it fails it comes
     * again, so it must be possible to repeat it.
     *
     * @param order as it is now; more may have happened since
     * @param index of the entry in the timeline, which never changes
     */
    Mono<Void> happened(Order order, int index);
}
