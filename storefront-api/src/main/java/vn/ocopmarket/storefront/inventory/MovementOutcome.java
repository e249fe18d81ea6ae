package vn.ocopmarket.storefront.inventory;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Shortage;

/** What came of a movement. */
public sealed interface MovementOutcome {

    /**
     * It is done.
     *
     * @param takes the lots that left with it; empty when nothing leaves
     */
    record Moved(Movement movement, List<Take> takes) implements MovementOutcome {

        public Moved {
            takes = List.copyOf(takes);
        }

        /** How many units of each SKU that left were the market's own. */
        public Map<String, Long> owned() {
            return takes.stream()
                    .filter(take -> take.ownership().isOwned())
                    .collect(Collectors.groupingBy(Take::sku, Collectors.summingLong(Take::quantity)));
        }
    }

    /** Nothing changed. */
    sealed interface MovementRefused extends MovementOutcome {}

    /** There is not that much to take; for a count: more is promised to orders than was found. */
    record NotEnough(List<Shortage> shortages) implements MovementRefused {

        public NotEnough {
            shortages = List.copyOf(shortages);
        }
    }

    /** There is no such location. */
    record UnknownLocation(String locationId) implements MovementRefused {}

    /** No product has these SKUs. */
    record UnknownSkus(List<String> skus) implements MovementRefused {

        public UnknownSkus {
            skus = List.copyOf(skus);
        }
    }

    /** The id was used for something else before. */
    record AnotherMovement() implements MovementRefused {}
}
