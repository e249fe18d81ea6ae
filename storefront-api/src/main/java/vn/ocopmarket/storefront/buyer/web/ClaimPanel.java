package vn.ocopmarket.storefront.buyer.web;

import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentBuyer;
import vn.ocopmarket.storefront.buyer.ClaimingOrders;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.orderview.PanelOfOrder;

/** On the page of a guest's order, for who is signed in with the address on it: the way to make it one's own. */
@Component
class ClaimPanel implements PanelOfOrder {

    @Override
    public Mono<Panel> of(Order order, String token, Locale locale) {
        return CurrentBuyer.get()
                .filter(buyer -> ClaimingOrders.mayClaim(buyer, order))
                .map(_ -> new Panel("buyer/panel", new Model(order.id(), token)));
    }

    /** What the fragment shows. */
    record Model(String orderId, String token) {}
}
