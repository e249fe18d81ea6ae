package vn.ocopmarket.storefront.fulfillment;

import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome;

/** Packs an order, hands it over and delivers it: each step is of all its goods that can take it. */
public final class FulfillingOrder {

    private final ShippingOrder shipping;
    private final CollectingOrder collecting;

    FulfillingOrder(ShippingOrder shipping, CollectingOrder collecting) {
        this.shipping = shipping;
        this.collecting = collecting;
    }

    public Mono<OrderOutcome> pack(String orderId) {
        return shipping.pack(orderId, Packing.ofTheRest());
    }

    /** The goods leave, unless a lot among them was called back. */
    public Mono<OrderOutcome> handOver(String orderId) {
        return shipping.handOver(orderId, null, null);
    }

    /** The buyer has the goods, and paid for them if that was still to do: nothing is left. */
    public Mono<OrderOutcome> deliver(String orderId) {
        return shipping.deliver(orderId, null);
    }

    /** The buyer did not take the goods at the door: nothing is owed, or what was paid goes back. */
    public Mono<OrderOutcome> refuseAtDoor(String orderId) {
        return shipping.comeBack(orderId, null);
    }

    /** Goes on with an order that is confirmed or completed and due. */
    public Mono<Void> goOn(Order order) {
        return collecting.goOn(order);
    }
}
