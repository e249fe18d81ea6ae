package vn.ocopmarket.storefront.settlement;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Proves settlement once a night, and tells meters what the last proof of any instance found. */
final class NightlySettlementProof {

    private static final Logger LOG = LoggerFactory.getLogger(NightlySettlementProof.class);

    private final ProvingSettlement proving;
    private final SettlementProofs proofs;
    private final AtomicReference<@Nullable SettlementProof> last = new AtomicReference<>();

    NightlySettlementProof(ProvingSettlement proving, SettlementProofs proofs, Clock clock, MeterRegistry meters) {
        this.proving = proving;
        this.proofs = proofs;
        gauge(
                meters,
                "settlement.proof.findings",
                "What does not hold in the last proof of settlement",
                proof -> proof.result().findings().size());
        gauge(
                meters,
                "settlement.proof.age.seconds",
                "Time since the last proof of settlement",
                proof -> Duration.between(proof.finishedAt(), clock.instant()).toSeconds());
    }

    Mono<Void> look() {
        return proving.proveTonight()
                .doOnNext(NightlySettlementProof::tell)
                .then(proofs.last())
                .doOnNext(last::set)
                .then();
    }

    private static void tell(SettlementProof proof) {
        if (!proof.holds()) {
            LOG.error("Settlement does not hold: {}", proof.result().findings());
        }
    }

    /** Not a number before the first proof. */
    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<SettlementProof> value) {
        Gauge.builder(name, last, held -> {
                    var proof = held.get();
                    return proof == null ? Double.NaN : value.applyAsDouble(proof);
                })
                .description(description)
                .register(meters);
    }
}
