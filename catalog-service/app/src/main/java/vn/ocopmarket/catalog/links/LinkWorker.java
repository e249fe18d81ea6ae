package vn.ocopmarket.catalog.links;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.trace.LinkAnswer.State;

/** Watches links while the service runs, where that is switched on, and measures how many are broken. */
final class LinkWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LinkWorker.class);

    private final CheckingLinks checking;
    private final Links links;
    private final LinksSettings settings;
    private final Map<State, AtomicLong> counts = new EnumMap<>(State.class);
    private Disposable running = Disposables.disposed();

    LinkWorker(CheckingLinks checking, Links links, LinksSettings settings, MeterRegistry meters) {
        this.checking = checking;
        this.links = links;
        this.settings = settings;
        for (var state : State.values()) {
            var count = new AtomicLong();
            counts.put(state, count);
            Gauge.builder("links.outside", count, AtomicLong::doubleValue)
                    .tag("state", state.name())
                    .description("Trace pages elsewhere, by their last answer")
                    .register(meters);
        }
    }

    @Override
    public synchronized void start() {
        if (settings.monitor()) {
            running = Disposables.composite(
                    every(settings.sync(), Mono.defer(checking::note)).subscribe(),
                    every(settings.poll(), Mono.defer(checking::check).then(Mono.defer(this::count)))
                            .subscribe());
        }
    }

    @Override
    public synchronized void stop() {
        running.dispose();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isDisposed();
    }

    private Mono<Void> count() {
        return links.counts()
                .doOnNext(found -> counts.forEach((state, count) -> count.set(found.getOrDefault(state, 0L))))
                .then();
    }

    private static Flux<Void> every(Duration pause, Mono<?> work) {
        return work.onErrorResume(LinkWorker::missed)
                .then(Mono.delay(pause))
                .repeat()
                .thenMany(Flux.empty());
    }

    private static <T> Mono<T> missed(Throwable failure) {
        LOG.warn("Links could not be watched, it is tried again: {}", failure.toString());
        return Mono.empty();
    }
}
