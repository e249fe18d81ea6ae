package vn.ocopmarket.storefront.settlement;

import java.time.YearMonth;
import vn.ocopmarket.storefront.settlement.domain.Period;

/** What became of the wish to close a period. */
public sealed interface ClosingOutcome {

    /** It is closed, now or since long. */
    record Closed(Period period) implements ClosingOutcome {}

    /** Some statements cannot be written; all others are, and it is closed by itself once these are too. */
    record Stuck(Period period) implements ClosingOutcome {}

    /** The month is not over. */
    record NotOver() implements ClosingOutcome {}

    /** Not everything of it is entered yet. */
    record Gathering(GatheringEntries.Progress progress) implements ClosingOutcome {}

    /** A later one was closed, with everything of this one that was open. */
    record Passed(YearMonth last) implements ClosingOutcome {}

    /** Another one is not finished, and comes first. */
    record Unfinished(YearMonth other) implements ClosingOutcome {}
}
