package vn.ocopmarket.storefront.inventory;

import java.util.List;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Shortage;

/** What came of a movement. */
public sealed interface MovementOutcome {

    /** It is done. */
    record Moved(Movement movement) implements MovementOutcome {}

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
