package vn.ocopmarket.storefront.fair;

import java.util.List;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.fair.domain.Fair;
import vn.ocopmarket.storefront.fair.domain.Fitness;
import vn.ocopmarket.storefront.fair.domain.Pick;

/** What came of a change to a fair. */
public sealed interface FairOutcome {

    /** Done. */
    record Changed(Fair fair) implements FairOutcome {}

    /** Nothing changed. */
    sealed interface FairRefused extends FairOutcome {}

    /** There is no such fair, or not for this member of staff. */
    record UnknownFair() implements FairRefused {}

    /** There is no such product. */
    record UnknownProduct(String idOrSlug) implements FairRefused {}

    /** It may not be shown on every day of the fair. */
    record NotFit(ProductRecord product, Fitness.Unfit why) implements FairRefused {}

    /** Nothing was picked yet. */
    record NothingPicked() implements FairRefused {}

    /** These were fit when they were picked and are no longer. */
    record NoLongerFit(List<Pick> picks) implements FairRefused {

        public NoLongerFit {
            picks = List.copyOf(picks);
        }
    }

    /** In the state it is in, this cannot be done. */
    record WrongState(Fair fair) implements FairRefused {}

    /** Somebody else changed it in the same moment. */
    record Overtaken() implements FairRefused {}
}
