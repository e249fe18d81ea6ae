package vn.ocopmarket.storefront.browse;

import java.util.List;
import vn.ocopmarket.contract.trace.LotRecord;

/** Which lots of a product were called back; whoever follows recalls knows. */
@FunctionalInterface
public interface RecallsOfProduct {

    /** Newest first. */
    List<LotRecord> of(String productId);
}
