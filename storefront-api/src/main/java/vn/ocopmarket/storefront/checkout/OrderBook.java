package vn.ocopmarket.storefront.checkout;

import java.time.Instant;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.orderend.SettlingOrder;
import vn.ocopmarket.storefront.orderlink.OrderLinks;

/** What every step needs to write an order down, to end one, and to lead the buyer to it. */
record OrderBook(Orders orders, SettlingOrder settling, OrderLinks links) {

    /** Tells the buyer of an order something that changes nothing, once for each detail. */
    Mono<Void> tellOnce(String orderId, Instant at, What what, String detail) {
        var anyOfBuyers = OrderChange.from(
                OrderState.PLACED,
                OrderState.CONFIRMED,
                OrderState.COMPLETED,
                OrderState.CANCELLED,
                OrderState.EXPIRED);
        return orders.change(orderId, anyOfBuyers.tellOnce(at, what, detail)).then();
    }
}
