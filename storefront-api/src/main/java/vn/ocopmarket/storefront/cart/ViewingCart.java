package vn.ocopmarket.storefront.cart;

import reactor.core.publisher.Mono;

/** Shows a cart as it stands at this moment. */
public final class ViewingCart {

    private final Carts carts;
    private final JudgingLines judging;

    ViewingCart(Carts carts, JudgingLines judging) {
        this.carts = carts;
        this.judging = judging;
    }

    /** Empty when there is no such cart. */
    public Mono<JudgedCart> view(String cartId) {
        return carts.find(cartId)
                .flatMap(cart -> judging.look(cart.lines()).map(lines -> new JudgedCart(cart.id(), lines)));
    }
}
