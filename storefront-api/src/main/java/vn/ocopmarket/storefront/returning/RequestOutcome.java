package vn.ocopmarket.storefront.returning;

import java.util.Set;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.RequestState;

/** What came of asking, deciding or receiving. */
public sealed interface RequestOutcome {

    /** It is so, now or by the same step before. */
    record Done(BuyerRequest request) implements RequestOutcome {}

    /** Nothing changed. */
    sealed interface RequestRefused extends RequestOutcome {}

    /** There is no such request or order. */
    record Unknown() implements RequestRefused {}

    /** Somebody else took another step. */
    record NotNow(RequestState state, Set<RequestState> allowed) implements RequestRefused {}

    /** The order cannot be asked about in this way: not delivered, too late, or a reason that does not count. */
    record NotPossible(String why) implements RequestRefused {}

    /** There are only so many units of the item left. */
    record TooMany(String sku, long left) implements RequestRefused {}

    /** Goods of both left with the order, and of this owner's only so many are still with the buyer. */
    record TooManyOf(String sku, Ownership ownership, long left) implements RequestRefused {}

    /** So many parcels had come before that whoever received did not know of all: it may be one of these. */
    record CameMeanwhile(int parcels) implements RequestRefused {}

    /** There is no such location. */
    record UnknownLocation(String locationId) implements RequestRefused {}
}
