package vn.ocopmarket.storefront.buyer;

import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentBuyer.SignedIn;
import vn.ocopmarket.storefront.cart.Carts;
import vn.ocopmarket.storefront.order.OrdersOfBuyers;

/**
 * Deletes an account because its buyer wants that. Orders stay as long as the law wants them and belong to nobody from then
 * on; their links go on working. What was broken off half-way is finished by asking again: the account goes last.
 */
public final class ForgettingBuyers {

    private final Buyers buyers;
    private final KeepingBuyers sessions;
    private final Carts carts;
    private final OrdersOfBuyers orders;

    ForgettingBuyers(Buyers buyers, KeepingBuyers sessions, Carts carts, OrdersOfBuyers orders) {
        this.buyers = buyers;
        this.sessions = sessions;
        this.carts = carts;
        this.orders = orders;
    }

    /** When it completes, nothing leads from the address to anything. Again is fine. */
    public Mono<Void> forget(SignedIn buyer) {
        return orders.letGo(buyer.id())
                .then(Mono.defer(() -> carts.forget(buyer.cartId())))
                .then(Mono.defer(() -> buyers.remove(buyer.id())))
                .then(Mono.defer(() -> sessions.endAllOf(buyer.id())));
    }
}
