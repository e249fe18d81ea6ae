package vn.ocopmarket.storefront.cart;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** All carts; one that nobody touches goes away after some weeks. */
public interface Carts {

    /** A new, empty cart. */
    Mono<Cart> create(String id);

    /** Empty when there is none. */
    Mono<Cart> find(String id);

    /** The cart with the line in it, instead of what it had of the SKU; empty when there is no such cart. */
    Mono<Cart> put(String id, CartLine line);

    /** The cart without the line; empty when there is no such cart. */
    Mono<Cart> remove(String id, String sku);

    /**
     * Claims the cart for an order, so that two checkouts of one cart never run side by side. Gives the cart as it was
     * before; empty when it belongs to another order than the expected one, or is not there.
     *
     * @param expected the order it may belong to besides none and the new one
     */
    Mono<Cart> claim(String id, String orderId, @Nullable String expected);

    /** Gives the claim back, if the order still has it. */
    Mono<Void> unclaim(String id, String orderId);

    /** Takes out what has been ordered and ends the claim, if the order has it. */
    Mono<Void> ordered(String id, String orderId, Collection<String> skus);
}
