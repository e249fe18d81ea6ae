package vn.ocopmarket.indexer.index;

import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.feed.AvailabilityRecord;

/** What the storefront has in stock. */
public interface Availability {

    /** Of those SKUs that have stock levels; an empty list when none has; an error when the storefront does not answer. */
    Mono<List<AvailabilityRecord>> of(Collection<String> skus);
}
