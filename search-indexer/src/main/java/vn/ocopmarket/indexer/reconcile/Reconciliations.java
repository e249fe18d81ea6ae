package vn.ocopmarket.indexer.reconcile;

import reactor.core.publisher.Mono;

/** The last result. */
public interface Reconciliations {

    /** Keeps it in place of the one before. Completes when that is durable. */
    Mono<Void> keep(Reconciliation result);

    /** Empty before the first one. */
    Mono<Reconciliation> last();
}
