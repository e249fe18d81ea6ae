package vn.ocopmarket.storefront.order;

import java.util.Set;

/** Where one parcel of an order is. */
public enum ShipmentState {
    PACKED,
    /** Taken apart again before it left; its goods are packed anew. */
    UNPACKED,
    /** It left the shelf: given to the carrier or to the buyer. */
    HANDED_OVER,
    /** The carrier was at the door in vain, and tries again or brings it back. */
    ATTEMPT_FAILED,
    DELIVERED,
    /** It comes back; whoever unpacks it says what becomes of the goods. */
    RETURNED;

    /** Where it may go from here. */
    public Set<ShipmentState> allowed() {
        return switch (this) {
            case PACKED -> Set.of(HANDED_OVER, UNPACKED);
            case HANDED_OVER, ATTEMPT_FAILED -> Set.of(ATTEMPT_FAILED, DELIVERED, RETURNED);
            case UNPACKED, DELIVERED, RETURNED -> Set.of();
        };
    }

    /** Whether the shelf has its goods no more. */
    public boolean hasLeft() {
        return switch (this) {
            case HANDED_OVER, ATTEMPT_FAILED, DELIVERED, RETURNED -> true;
            case PACKED, UNPACKED -> false;
        };
    }

    /** Whether it is on its way. */
    public boolean isUnderway() {
        return hasLeft() && !allowed().isEmpty();
    }
}
