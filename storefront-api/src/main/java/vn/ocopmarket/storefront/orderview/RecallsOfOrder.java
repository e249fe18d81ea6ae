package vn.ocopmarket.storefront.orderview;

import java.util.List;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.storefront.order.Order;

/** Which goods of an order were called back, for its page; whoever follows recalls knows. */
@FunctionalInterface
public interface RecallsOfOrder {

    /** Newest first; none of an order that came to nothing. */
    List<LotRecord> of(Order order);
}
