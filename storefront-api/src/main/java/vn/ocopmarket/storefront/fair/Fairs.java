package vn.ocopmarket.storefront.fair;

import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.fair.domain.Fair;

/** All fairs. */
public interface Fairs {

    /** Empty when there is none. */
    Mono<Fair> find(String id);

    /** Empty when there is none. */
    Mono<Fair> bySlug(String slug);

    /** Stores a new fair, or one over the version before it; false when the address is taken or another change came first. */
    Mono<Boolean> store(Fair fair);

    /** Those that everybody sees, the latest first. */
    Flux<Fair> published(int limit);

    /** Of these provinces, or of all when none is named; the latest first. */
    Flux<Fair> ofProvinces(Collection<String> provinceCodes, int limit);
}
