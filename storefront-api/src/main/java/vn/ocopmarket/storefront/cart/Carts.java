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

    /** The cart of that id; a new, empty one when it is missing. Never empty. */
    Mono<Cart> ensure(String id);

    /** Puts the line in instead of what there was of its SKU. The cart as it was before; empty when there is no such cart. */
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

    /**
     * Puts all lines of another cart in, once for each of its revisions, however often this is tried. Of a SKU that is in
     * both the greater quantity stays. An empty cart takes the other's claim over, too. Nothing happens when this cart is
     * not there.
     */
    Mono<Void> take(String id, Cart other);

    /** Empties a cart whose lines another one took; false, and nothing happens, when somebody changed it since. */
    Mono<Boolean> taken(Cart other, String by);

    /** Nothing happens when there is none. */
    Mono<Void> forget(String id);
}
