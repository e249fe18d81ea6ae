package vn.ocopmarket.indexer.reconcile.web;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.indexer.reconcile.Reconciliation;
import vn.ocopmarket.indexer.reconcile.ReconcilingIndex;

/**
 * {@code POST /actuator/reconcile} compares and repairs now and answers with the result, or with 404 while another instance
 * works on the index; {@code GET} gives the last result.
 */
@Component
@Endpoint(id = "reconcile")
final class ReconcileEndpoint {

    private final ReconcilingIndex reconciling;

    ReconcileEndpoint(ReconcilingIndex reconciling) {
        this.reconciling = reconciling;
    }

    @ReadOperation
    Mono<Reconciliation> last() {
        return reconciling.last();
    }

    @WriteOperation
    Mono<Reconciliation> reconcile() {
        return reconciling.reconcile();
    }
}
