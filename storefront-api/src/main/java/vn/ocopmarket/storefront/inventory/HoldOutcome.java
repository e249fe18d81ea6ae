package vn.ocopmarket.storefront.inventory;

import java.util.List;

/** What came of asking for stock: all of it, or none of it and what is missing. */
public sealed interface HoldOutcome {

    /** Everything asked for is now the owner's. */
    record Held(List<Take> takes) implements HoldOutcome {

        public Held {
            takes = List.copyOf(takes);
        }
    }

    /** Nothing was taken. */
    record HoldRefused(List<Shortage> shortages) implements HoldOutcome {

        public HoldRefused {
            shortages = List.copyOf(shortages);
        }
    }

    /**
     * One SKU of which there is not enough.
     *
     * @param recalled units that are there and off sale, because their lot was called back
     */
    record Shortage(String sku, long requested, long available, long recalled) {

        public Shortage(String sku, long requested, long available) {
            this(sku, requested, available, 0);
        }

        /** Whether a recall stands in the way. */
        public boolean forRecall() {
            return new Supply(available, recalled).lacksForRecall(requested);
        }
    }
}
