package vn.ocopmarket.storefront.recall;

import java.time.Instant;
import reactor.core.publisher.Flux;
import vn.ocopmarket.contract.trace.LotRecord;

/** Lots that the catalogue says were called back. */
public interface Recalls {

    /** Those whose recall began or ended at that instant or later, oldest first; fails when the catalogue does not answer. */
    Flux<LotRecord> since(Instant from);
}
