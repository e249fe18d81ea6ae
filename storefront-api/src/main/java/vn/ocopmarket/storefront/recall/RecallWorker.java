package vn.ocopmarket.storefront.recall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.storefront.inventory.StoppingSale;

/**
 * Carries recalls from the catalogue to the stock, within a second or so, and then tells who has or bought the lot. Now and
 * then all of them again: stock of a lot that was called back may arrive after its recall.
 */
final class RecallWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RecallWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration ALL_AGAIN = Duration.ofSeconds(30);
    /** Longer than clocks of two machines differ. */
    private static final Duration OVERLAP = Duration.ofSeconds(60);

    private final Recalls recalls;
    private final StoppingSale stopping;
    private final NotifyingRecall notifying;
    private final RecalledLots known;
    private final Clock clock;
    private Instant lastWhole = Instant.EPOCH;
    private boolean answered = true;
    private Disposable running = Disposables.disposed();

    RecallWorker(Recalls recalls, StoppingSale stopping, NotifyingRecall notifying, RecalledLots known, Clock clock) {
        this.recalls = recalls;
        this.stopping = stopping;
        this.notifying = notifying;
        this.known = known;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        running = Mono.defer(this::follow)
                .onErrorResume(this::missed)
                .then(Mono.delay(PAUSE))
                .repeat()
                .subscribe();
    }

    @Override
    public synchronized void stop() {
        running.dispose();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isDisposed();
    }

    /** Gives how many stock levels were stopped. */
    Mono<Long> follow() {
        var now = clock.instant();
        var whole = !now.isBefore(lastWhole.plus(ALL_AGAIN));
        return stopped(recalls.since(whole ? Instant.EPOCH : now.minus(OVERLAP)))
                .doOnNext(count -> {
                    answered = true;
                    if (whole) {
                        lastWhole = now;
                    }
                    if (count > 0) {
                        LOG.info("Took recalled lots off sale at {} places", count);
                    }
                });
    }

    /** Sale stops for all of them before anybody is told of one. */
    private Mono<Long> stopped(Flux<LotRecord> lots) {
        return lots.doOnNext(known::learn)
                .concatMap(lot -> stopping.recall(lot.sku(), lot.lot().value()).map(count -> new Stopped(lot, count)))
                .collectList()
                .flatMap(all -> tell(all)
                        .thenReturn(all.stream().mapToLong(Stopped::levels).sum()));
    }

    private record Stopped(LotRecord lot, long levels) {}

    /** Who cannot be told now is told in the next round; that sale has stopped does not hang on it. */
    private Mono<Void> tell(List<Stopped> all) {
        return Flux.fromIterable(all)
                .map(Stopped::lot)
                .filter(lot -> lot.recall() != null && lot.recall().closing() == null)
                .concatMap(lot -> notifying.tell(lot).onErrorResume(failure -> {
                    LOG.warn(
                            "Not all could be told of the recall of {}, it is tried again: {}",
                            lot.id(),
                            failure.toString());
                    return Mono.empty();
                }))
                .then();
    }

    /** Said once, not every second. */
    private Mono<Long> missed(Throwable failure) {
        if (answered) {
            LOG.warn("Recalls cannot be followed, it is tried again: {}", failure.toString());
        }
        answered = false;
        return Mono.empty();
    }
}
