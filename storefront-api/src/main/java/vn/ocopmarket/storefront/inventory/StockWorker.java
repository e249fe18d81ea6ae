package vn.ocopmarket.storefront.inventory;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.domain.LevelChange.ExpireHold;

/** Tidies in the background: holds that ran out, movements a crash left unfinished, and the proof every now and then. */
final class StockWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StockWorker.class);
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final Duration PROOF = Duration.ofMinutes(10);
    private static final Duration UNFINISHED = Duration.ofSeconds(20);
    private static final int BATCH = 200;

    private final StockLevels levels;
    private final MovingStock moving;
    private final ReconcilingStock reconciling;
    private final Clock clock;
    private @Nullable Disposable running;

    StockWorker(StockLevels levels, MovingStock moving, ReconcilingStock reconciling, Clock clock) {
        this.levels = levels;
        this.moving = moving;
        this.reconciling = reconciling;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = Flux.merge(
                        every(SWEEP, Mono.defer(() -> sweep().then(finish()))), every(PROOF, Mono.defer(this::prove)))
                .subscribe();
    }

    @Override
    public void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** Gives how many holds were tidied away. */
    Mono<Long> sweep() {
        var now = clock.instant();
        return levels.withExpiredHolds(now, BATCH)
                .concatMap(level -> Flux.fromIterable(level.expiredHolds(now))
                        .concatMap(hold -> levels.apply(
                                new ExpireHold(level.id(), hold.owner(), hold.quantity(), hold.expiresAt()))))
                .count();
    }

    private Mono<Long> finish() {
        return moving.finishSince(clock.instant().minus(UNFINISHED));
    }

    private Mono<Void> prove() {
        return reconciling
                .reconcile()
                .doOnNext(report -> {
                    if (!report.discrepancies().isEmpty()) {
                        LOG.error("Stock and ledger disagree: {}", report.discrepancies());
                    }
                })
                .then();
    }

    private static Flux<Void> every(Duration pause, Mono<?> work) {
        return Mono.delay(pause)
                .then(work)
                .onErrorResume(failure -> {
                    LOG.warn("Stock could not be tidied, it is tried again: {}", failure.toString());
                    return Mono.empty();
                })
                .repeat()
                .thenMany(Flux.empty());
    }
}
