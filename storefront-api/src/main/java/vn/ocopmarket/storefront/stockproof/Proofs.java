package vn.ocopmarket.storefront.stockproof;

import java.time.Instant;
import java.time.LocalDate;
import reactor.core.publisher.Mono;

/** The last proof, and which instance makes tonight's. */
public interface Proofs {

    /** Replaces the last one. */
    Mono<Void> keep(StockProof proof);

    /** Empty before the first. */
    Mono<StockProof> last();

    /** True when the night's proof is not made and nobody is at it: the caller is, until the given moment. */
    Mono<Boolean> lease(LocalDate night, Instant now, Instant until);

    /** The night's proof is made; nobody gets it any more. */
    Mono<Void> done(LocalDate night);
}
