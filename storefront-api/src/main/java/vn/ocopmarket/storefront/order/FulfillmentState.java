package vn.ocopmarket.storefront.order;

import java.util.Set;

/** Where the goods of an order are; it follows from where its parcels are. */
public enum FulfillmentState implements Axis<FulfillmentState> {
    UNFULFILLED,
    PARTIALLY_PACKED,
    PACKED,
    /** Some left the shelf, some did not. */
    PARTIALLY_HANDED_OVER,
    /** They left the shelf: given to the carrier or to the buyer. */
    HANDED_OVER,
    /** All left, and some have arrived or are coming back. */
    PARTIALLY_DELIVERED,
    DELIVERED,
    /** Some were delivered, the others come back. */
    PARTIALLY_RETURNED,
    /** The buyer did not take them; they come back, and whoever unpacks them says what becomes of them. */
    RETURNED,
    CANCELLED;

    @Override
    public Set<FulfillmentState> allowed() {
        return switch (this) {
            case UNFULFILLED -> Set.of(PARTIALLY_PACKED, PACKED, CANCELLED);
            case PARTIALLY_PACKED -> Set.of(PACKED, PARTIALLY_HANDED_OVER, UNFULFILLED, CANCELLED);
            case PACKED -> Set.of(HANDED_OVER, PARTIALLY_HANDED_OVER, PARTIALLY_PACKED, UNFULFILLED, CANCELLED);
            case PARTIALLY_HANDED_OVER -> Set.of(HANDED_OVER, PARTIALLY_DELIVERED);
            case HANDED_OVER -> Set.of(PARTIALLY_DELIVERED, DELIVERED, RETURNED);
            case PARTIALLY_DELIVERED -> Set.of(DELIVERED, PARTIALLY_RETURNED, RETURNED);
            case DELIVERED, PARTIALLY_RETURNED, RETURNED, CANCELLED -> Set.of();
        };
    }

    /** Whether the shelf has some of them no more. */
    public boolean someLeft() {
        return switch (this) {
            case PARTIALLY_HANDED_OVER -> true;
            case UNFULFILLED,
                    PARTIALLY_PACKED,
                    PACKED,
                    HANDED_OVER,
                    PARTIALLY_DELIVERED,
                    DELIVERED,
                    PARTIALLY_RETURNED,
                    RETURNED,
                    CANCELLED -> allLeft();
        };
    }

    /** Whether the shelf has none of them any more. */
    public boolean allLeft() {
        return switch (this) {
            case HANDED_OVER, PARTIALLY_DELIVERED, DELIVERED, PARTIALLY_RETURNED, RETURNED -> true;
            case UNFULFILLED, PARTIALLY_PACKED, PACKED, PARTIALLY_HANDED_OVER, CANCELLED -> false;
        };
    }
}
