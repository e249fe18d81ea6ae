package vn.ocopmarket.storefront.order;

import java.util.Set;

/** Where the goods of an order are. */
public enum FulfillmentState implements Axis<FulfillmentState> {
    UNFULFILLED,
    PACKED,
    /** They left the shelf: given to the carrier or to the buyer. */
    HANDED_OVER,
    DELIVERED,
    CANCELLED;

    @Override
    public Set<FulfillmentState> allowed() {
        return switch (this) {
            case UNFULFILLED -> Set.of(PACKED, CANCELLED);
            case PACKED -> Set.of(HANDED_OVER, UNFULFILLED, CANCELLED);
            case HANDED_OVER -> Set.of(DELIVERED);
            case DELIVERED, CANCELLED -> Set.of();
        };
    }
}
