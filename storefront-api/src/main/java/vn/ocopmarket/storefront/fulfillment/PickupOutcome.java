package vn.ocopmarket.storefront.fulfillment;

import java.time.Duration;
import java.time.Instant;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderState;

/** What came of showing a code at a counter. */
public sealed interface PickupOutcome {

    /**
     * The order lies ready.
     *
     * @param identity whether an identity card has to be looked at, because of the buyer's age
     * @param due what is to be taken over the counter
     */
    record Ready(Order order, boolean identity, Money due) implements PickupOutcome {}

    /** The goods are the buyer's. */
    record HandedOver(Order order) implements PickupOutcome {}

    /** No order waits here under this code. */
    record WrongCode() implements PickupOutcome {}

    /** The order is not one that lies packed for its buyer, or not any more. */
    record NotReady(Order order) implements PickupOutcome {

        /** Whether it will be, when all of it is packed. */
        public boolean isToBePacked() {
            return order.state() == OrderState.CONFIRMED && order.delivery() instanceof Delivery.Pickup;
        }
    }

    /** Somebody has collected it. */
    record UsedBefore(Instant at) implements PickupOutcome {}

    /** Too many codes were tried. */
    record TooMany(Duration pause) implements PickupOutcome {}

    /** Nobody has looked at an identity card. */
    record IdentityMissing() implements PickupOutcome {}

    /** The money was not taken. */
    record CashMissing(Money due) implements PickupOutcome {}

    /** A lot among the goods was called back, so they stay. */
    record Recalled() implements PickupOutcome {}
}
