package vn.ocopmarket.storefront.stockcount;

import java.util.List;
import vn.ocopmarket.storefront.stockcount.domain.CountLine;
import vn.ocopmarket.storefront.stockcount.domain.StockCount;

/** What came of a step of a count. */
public sealed interface CountOutcome {

    /** It is done. */
    record Done(StockCount count) implements CountOutcome {}

    /** The line is written down, and is to be counted once more. */
    record CountAgain(StockCount count, CountLine line) implements CountOutcome {}

    /** Nothing changed. */
    sealed interface CountRefused extends CountOutcome {}

    /** There is no such count. */
    record UnknownCount() implements CountRefused {}

    /** The location is being counted already. */
    record AlreadyCounting(StockCount other) implements CountRefused {}

    /** Not in the state that the step needs. */
    record WrongState(StockCount count) implements CountRefused {}

    /** Some lines differ too much to be believed after one look. */
    record LooksMissing(List<CountLine> lines) implements CountRefused {

        public LooksMissing {
            lines = List.copyOf(lines);
        }
    }

    /** Nobody has counted anything. */
    record NothingCounted() implements CountRefused {}
}
