package vn.ocopmarket.storefront.stockproof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Proves stock once a night, and tells meters what the last proof of any instance found. */
final class NightlyProof {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyProof.class);

    private final ProvingStock proving;
    private final Proofs proofs;
    private final Clock clock;
    private final AtomicReference<@Nullable StockProof> last = new AtomicReference<>();

    NightlyProof(ProvingStock proving, Proofs proofs, Clock clock, MeterRegistry meters) {
        this.proving = proving;
        this.proofs = proofs;
        this.clock = clock;
        gauge(
                meters,
                "stock.proof.discrepancies",
                "What the last proof of stock left unmended",
                proof -> proof.discrepancies().size());
        gauge(
                meters,
                "stock.proof.healed",
                "What the last proof of stock mended",
                proof -> proof.healed().size());
        gauge(
                meters,
                "stock.proof.age.seconds",
                "Time since the last proof of stock",
                proof -> Duration.between(proof.finishedAt(), clock.instant()).toSeconds());
    }

    Mono<Void> look() {
        return proving.proveTonight()
                .doOnNext(NightlyProof::tell)
                .then(proofs.last())
                .doOnNext(last::set)
                .then();
    }

    private static void tell(StockProof proof) {
        if (!proof.discrepancies().isEmpty()) {
            LOG.error("Stock, ledger and orders disagree: {}", proof.discrepancies());
        }
    }

    /** Not a number before the first proof. */
    private void gauge(MeterRegistry meters, String name, String description, Function<StockProof, Number> value) {
        Gauge.builder(name, last, held -> {
                    var proof = held.get();
                    return proof == null ? Double.NaN : value.apply(proof).doubleValue();
                })
                .description(description)
                .register(meters);
    }
}
