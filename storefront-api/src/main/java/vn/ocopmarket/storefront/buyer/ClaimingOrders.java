package vn.ocopmarket.storefront.buyer;

import java.util.Locale;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentBuyer.SignedIn;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.OrdersOfBuyers;
import vn.ocopmarket.storefront.orderlink.OrderLinks;

/** Adds an order that a buyer placed as a guest to the buyer's own: who has its link and the address that stands on it. */
public final class ClaimingOrders {

    private final Orders orders;
    private final OrderLinks links;
    private final OrdersOfBuyers owners;

    ClaimingOrders(Orders orders, OrderLinks links, OrdersOfBuyers owners) {
        this.orders = orders;
        this.links = links;
        this.owners = owners;
    }

    /** Whether the buyer could, bringing the link. */
    public static boolean mayClaim(SignedIn buyer, Order order) {
        return order.preparation().buyerId() == null && hasAddressOf(buyer, order);
    }

    private static boolean hasAddressOf(SignedIn buyer, Order order) {
        // Letters are told apart as where codes go, and not as people read them: some that differ are the same in
        // capitals.
        return order.isPlaced()
                && order.contact().email() instanceof String email
                && buyer.email().equals(email.strip().toLowerCase(Locale.ROOT));
    }

    /** False when that is not the way to the order, when another address stands on it, or when it is another's. Again is fine. */
    public Mono<Boolean> claim(SignedIn buyer, String orderId, String token) {
        return links.opens(orderId, token)
                .filter(opens -> opens)
                .flatMap(_ -> orders.find(orderId))
                .filter(order -> hasAddressOf(buyer, order))
                .flatMap(order -> owners.claim(buyer.id(), order.id()))
                .defaultIfEmpty(false);
    }
}
