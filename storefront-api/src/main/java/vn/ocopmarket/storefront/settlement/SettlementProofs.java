package vn.ocopmarket.storefront.settlement;

import reactor.core.publisher.Mono;

/** Keeps the last proof. */
public interface SettlementProofs {

    /** Replaces the last one. */
    Mono<Void> keep(SettlementProof proof);

    /** Empty before the first. */
    Mono<SettlementProof> last();
}
