package vn.ocopmarket.storefront.returning.domain;

import java.util.Set;

/** How far a request of a buyer is; a closed table of the moves it allows. */
public enum RequestState {
    /** Staff are to decide. */
    ASKED,
    /** Staff agreed: the goods are awaited, or the order is about to be cancelled. */
    APPROVED,
    /** Staff did not agree, or not any more. */
    REFUSED,
    /** The buyer does not want it any more. */
    WITHDRAWN,
    /** Goods are here; they go to their shelves and the money goes back. */
    RECEIVED,
    /** The money for what came is set aside and on its way; the rest is awaited. */
    PARTLY_REFUNDED,
    /** The money is set aside for the buyer and on its way. */
    REFUNDED,
    /** The order is cancelled. */
    CANCELLED,
    /** The goods are out of the order, and what was paid for them is on its way. */
    DROPPED;

    /** Where it may go from here. */
    public Set<RequestState> allowed() {
        return switch (this) {
            case ASKED -> Set.of(APPROVED, REFUSED, WITHDRAWN);
            // Goods that never came, or a parcel that had left before it could be stopped.
            case APPROVED -> Set.of(RECEIVED, CANCELLED, DROPPED, REFUSED, WITHDRAWN);
            case RECEIVED -> Set.of(PARTLY_REFUNDED, REFUNDED);
            // The rest came, or never will.
            case PARTLY_REFUNDED -> Set.of(RECEIVED, REFUNDED);
            case REFUSED, WITHDRAWN, REFUNDED, CANCELLED, DROPPED -> Set.of();
        };
    }

    /** Whether what was asked for is still under way, so that it cannot be asked for again. */
    public boolean isOpen() {
        return !allowed().isEmpty();
    }
}
