package vn.ocopmarket.storefront.promotion;

import reactor.core.publisher.Mono;

/** What buyers are recognised with where nothing is configured. */
public interface BuyerSecrets {

    /** The stored one; the proposed one becomes it when there is none yet. */
    Mono<String> keptOr(String proposed);
}
