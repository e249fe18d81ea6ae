package vn.ocopmarket.storefront.pos.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sale that was agreed and that nobody will finish: it has no receipt.
 *
 * @param by the account of who gave it up
 * @param goods where the goods are, as that person said; null of those who were not asked yet
 */
public record DroppedSale(
        Sale.Booking booking,
        String why,
        String by,
        Instant at,
        @Nullable Goods goods,
        Stock stock) {

    /** Who has the goods has paid for them; of goods that stayed, or of which nobody said it, no cash is known. */
    public boolean broughtCash() {
        return goods == Goods.LEFT;
    }

    /** Where the goods are. */
    public enum Goods {
        /** The buyer has them. */
        LEFT,
        /** They lie at the counter. */
        STAYED
    }

    /** What the books of the shelf say since. */
    public enum Stock {
        /** They do not follow yet. */
        OPEN,
        /** The goods are taken off. */
        TAKEN,
        /** There was not so much to take off: somebody has to count. */
        SHORT,
        /** They had been taken off, and are back. */
        PUT_BACK,
        /** Nothing was taken off, and nothing will be. */
        UNTOUCHED
    }
}
