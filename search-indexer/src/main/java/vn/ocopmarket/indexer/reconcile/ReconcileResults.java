package vn.ocopmarket.indexer.reconcile;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps, measures and logs what a reconciliation found. */
final class ReconcileResults {

    private static final System.Logger LOG = System.getLogger(ReconcileResults.class.getName());

    private final Reconciliations results;
    private final AtomicReference<@Nullable Reconciliation> latest = new AtomicReference<>();

    ReconcileResults(Reconciliations results, MeterRegistry meters) {
        this.results = results;
        Gauge.builder("ocop.indexer.reconcile.repaired", this, ReconcileResults::repaired)
                .description("Documents that the last reconciliation of this instance had to repair")
                .register(meters);
        Gauge.builder("ocop.indexer.reconcile.checked", this, ReconcileResults::checked)
                .description("Products that the last reconciliation of this instance looked at")
                .register(meters);
    }

    Mono<Reconciliation> keep(Reconciliation result) {
        latest.set(result);
        var level = result.repaired() + result.parked() == 0 ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
        LOG.log(level, "{0}", result);
        return results.keep(result).thenReturn(result);
    }

    Mono<Reconciliation> last() {
        return results.last();
    }

    private double repaired() {
        var result = latest.get();
        return result == null ? Double.NaN : result.repaired();
    }

    private double checked() {
        var result = latest.get();
        return result == null ? Double.NaN : result.checked();
    }
}
