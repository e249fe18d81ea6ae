package vn.ocopmarket.storefront.order;

import java.util.Set;

/** What came of asking an order to move. */
public sealed interface OrderOutcome {

    /** It moved, now or by an earlier call. */
    record Moved(Order order) implements OrderOutcome {}

    /** There is no such order. */
    record OrderUnknown() implements OrderOutcome {}

    /** Its buyer collects it, and nobody showed the code. */
    record CodeMissing() implements OrderOutcome {}

    /** A lot among its goods was called back, so they stay. */
    record LotRecalled() implements OrderOutcome {}

    /** It cannot from where it is. */
    record MoveRefused(String state, Set<String> allowed) implements OrderOutcome {

        public MoveRefused {
            allowed = Set.copyOf(allowed);
        }
    }
}
