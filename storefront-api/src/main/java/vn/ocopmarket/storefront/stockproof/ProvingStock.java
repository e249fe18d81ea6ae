package vn.ocopmarket.storefront.stockproof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.SharedRun;
import vn.ocopmarket.storefront.inventory.ReconciliationReport;
import vn.ocopmarket.storefront.inventory.ReconcilingStock;
import vn.ocopmarket.storefront.stockproof.StockProof.Discrepancy;

/** Proves over everything what each update guards for one level or one order; sales go on meanwhile. */
public final class ProvingStock {

    private static final int NIGHT_BEGINS = 2;
    private static final int NIGHT_ENDS = 5;
    private static final Duration LEASE = Duration.ofMinutes(15);

    private final ReconcilingStock levels;
    private final ComparingOrders orders;
    private final Proofs proofs;
    private final Clock clock;
    private final SharedRun<StockProof> asked;

    ProvingStock(ReconcilingStock levels, ComparingOrders orders, Proofs proofs, Clock clock) {
        this.levels = levels;
        this.orders = orders;
        this.proofs = proofs;
        this.clock = clock;
        this.asked = new SharedRun<>(prove());
    }

    /**
     * A proof of everything as it is now. Who asks while one is made gets that one; empty when it is not made within the
     * patience, then it is the last one as soon as it is.
     */
    public Mono<StockProof> proveWithin(Duration patience) {
        return asked.resultWithin(patience);
    }

    /** Looks at everything now, mends what is safe and keeps what was found. A cancelled proof keeps nothing. */
    Mono<StockProof> prove() {
        return Mono.defer(() -> {
            var startedAt = clock.instant();
            return orders.compare()
                    .flatMap(compared -> levels.reconcile().map(report -> proof(startedAt, compared, report)))
                    .flatMap(proof -> proofs.keep(proof).thenReturn(proof));
        });
    }

    /** The last proof; the first call makes one. */
    public Mono<StockProof> last() {
        return proofs.last().switchIfEmpty(asked.result());
    }

    /**
     * Makes tonight's proof, when it is night and no other instance has made it or is at it. One that dies on the way is
     * followed by another when its lease has run out. Empty when there is nothing to do.
     */
    Mono<StockProof> proveTonight() {
        var local = LocalDateTime.now(clock);
        if (local.getHour() < NIGHT_BEGINS || local.getHour() >= NIGHT_ENDS) {
            return Mono.empty();
        }
        var night = local.toLocalDate();
        var now = clock.instant();
        return proofs.lease(night, now, now.plus(LEASE))
                .filter(mine -> mine)
                .flatMap(_ -> prove())
                .flatMap(proof -> proofs.done(night).thenReturn(proof));
    }

    private StockProof proof(Instant startedAt, ComparingOrders.Compared compared, ReconciliationReport report) {
        var atLevels = report.discrepancies().stream()
                .map(found ->
                        new Discrepancy(found.levelId(), null, null, found.rule(), found.expected(), found.found()));
        return new StockProof(
                startedAt,
                clock.instant(),
                report.levels(),
                report.ledgerEntries(),
                compared.promises(),
                Stream.concat(atLevels, compared.left().stream()).toList(),
                compared.healed());
    }
}
