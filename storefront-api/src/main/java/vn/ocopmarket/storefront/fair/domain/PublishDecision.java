package vn.ocopmarket.storefront.fair.domain;

import java.util.List;

/** Whether a fair may be shown to everybody. */
public sealed interface PublishDecision {

    /** It may. */
    record Publishable(Fair.Published fair) implements PublishDecision {}

    /** There is nothing to show. */
    record NothingPicked() implements PublishDecision {}

    /** These may not be shown on every day. */
    record UnfitPicks(List<Pick> picks) implements PublishDecision {

        public UnfitPicks {
            picks = List.copyOf(picks);
        }
    }
}
