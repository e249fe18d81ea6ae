package vn.ocopmarket.storefront.recall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, LotRecord> toTell = new ConcurrentHashMap<>();
    private Instant lastWhole = Instant.EPOCH;
    private volatile boolean answered = true;
    private Disposable running = Disposables.disposed();

    RecallWorker(Recalls recalls, StoppingSale stopping, NotifyingRecall notifying, RecalledLots known, Clock clock) {
        this.recalls = recalls;
        this.stopping = stopping;
        this.notifying = notifying;
        this.known = known;
        this.clock = clock;
    }

    /** Telling takes as long as there are buyers, so the next lot's sale does not wait for it. */
    @Override
    public synchronized void start() {
        running = Disposables.composite(again(Mono.defer(this::stopSale)), again(Mono.defer(this::tell)));
    }

    private Disposable again(Mono<?> round) {
        return round.then()
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

    /** One round of both; gives how many stock levels were stopped. */
    Mono<Long> follow() {
        return stopSale().flatMap(count -> tell().thenReturn(count));
    }

    private Mono<Long> stopSale() {
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

    /** Nobody is told of a lot before its sale stops; one that cannot be stopped now holds up no other. */
    private Mono<Long> stopped(Flux<LotRecord> lots) {
        return lots.doOnNext(known::learn)
                .concatMapDelayError(
                        lot -> stopping.recall(lot.sku(), lot.lot().value()).doOnNext(_ -> note(lot)))
                .reduce(0L, Long::sum);
    }

    private void note(LotRecord lot) {
        if (lot.recall() != null && lot.recall().closing() == null) {
            toTell.put(lot.id(), lot);
        } else {
            toTell.remove(lot.id());
        }
    }

    /** Who cannot be told now is told once the recall is looked at again; that sale has stopped does not hang on it. */
    private Mono<Void> tell() {
        return Flux.fromIterable(List.copyOf(toTell.values()))
                .concatMap(lot -> {
                    toTell.remove(lot.id(), lot);
                    return notifying.tell(lot).onErrorResume(failure -> {
                        LOG.warn(
                                "Not all could be told of the recall of {}, it is tried again: {}",
                                lot.id(),
                                failure.toString());
                        return Mono.empty();
                    });
                })
                .then();
    }

    /** Said once, not every second. */
    private Mono<Void> missed(Throwable failure) {
        if (answered) {
            LOG.warn("Recalls cannot be followed, it is tried again: {}", failure.toString());
        }
        answered = false;
        return Mono.empty();
    }
}
