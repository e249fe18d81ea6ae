package vn.ocopmarket.storefront.trace;

import reactor.core.publisher.Flux;
import vn.ocopmarket.contract.trace.LotRecord;

/** Lots that the catalogue has of products. */
public interface ProductLots {

    /** At most so many, the newest first; fails when the catalogue does not answer in time. */
    Flux<LotRecord> newest(String productId, int limit);
}
