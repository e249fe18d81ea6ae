package vn.ocopmarket.storefront.order;

import java.util.Set;

/** Where the order as a whole is. */
public enum OrderState implements Axis<OrderState> {
    /** Stock is being taken for it; nobody was told of it yet. */
    PREPARING,
    /** It never became an order; the reasons are kept for whoever asks again with the same key. */
    REFUSED,
    /** Waits for its payment while its stock is held. */
    PLACED,
    /** To be fulfilled. */
    CONFIRMED,
    /** Delivered and paid. */
    COMPLETED,
    /** Ended by the buyer, by staff, or because it could not be fulfilled. */
    CANCELLED,
    /** Ended because nobody paid in time. */
    EXPIRED;

    @Override
    public Set<OrderState> allowed() {
        return switch (this) {
            case PREPARING -> Set.of(PLACED, CONFIRMED, REFUSED);
            // An interrupted preparation goes on when the buyer asks again with the same key.
            case REFUSED -> Set.of(PREPARING);
            case PLACED -> Set.of(CONFIRMED, CANCELLED, EXPIRED);
            case CONFIRMED -> Set.of(COMPLETED, CANCELLED);
            // Money that comes late is welcome while there is stock.
            case EXPIRED -> Set.of(CONFIRMED, CANCELLED);
            case COMPLETED, CANCELLED -> Set.of();
        };
    }
}
