package vn.ocopmarket.storefront.einvoice.domain;

import java.util.Set;

/** How far the invoice of an order is; an order that nobody asked one for has none. */
public enum InvoiceState {
    /** Asked for. */
    TO_ISSUE,
    ISSUED,
    /** It could not be issued, for a reason that is told. */
    FAILED,
    /** Money went back after it was issued: another invoice has to adjust or replace it, none is ever deleted. */
    TO_ADJUST,
    ADJUSTED,
    /** The order ended before it was issued. */
    CANCELLED;

    /** Where it may go from here. */
    public Set<InvoiceState> allowed() {
        return switch (this) {
            // Money that went back while it was issued has it adjusted at once.
            case TO_ISSUE -> Set.of(ISSUED, FAILED, CANCELLED, TO_ADJUST);
            // The buyer corrects what was wrong, or somebody issues it all the same.
            case FAILED -> Set.of(TO_ISSUE, ISSUED, CANCELLED, TO_ADJUST);
            case ISSUED, ADJUSTED -> Set.of(TO_ADJUST);
            case TO_ADJUST -> Set.of(ADJUSTED);
            // Somebody had issued it already: it is adjusted like any other.
            case CANCELLED -> Set.of(TO_ADJUST);
        };
    }
}
