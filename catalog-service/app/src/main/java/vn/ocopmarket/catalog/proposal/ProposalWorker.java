package vn.ocopmarket.catalog.proposal;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Goes on with approvals that a crash left half done; any number of instances may. */
class ProposalWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProposalWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PublishingProposals publishing;
    private Disposable running = Disposables.disposed();

    ProposalWorker(PublishingProposals publishing) {
        this.publishing = publishing;
    }

    @Override
    public synchronized void start() {
        running = Flux.interval(PAUSE)
                .onBackpressureDrop()
                .concatMap(_ -> publishing.carryOn().onErrorResume(this::log), 1)
                .subscribe();
    }

    private Mono<Void> log(Throwable fault) {
        LOG.warn("An approved change could not be published; it will be tried again", fault);
        return Mono.empty();
    }

    @Override
    public synchronized void stop() {
        running.dispose();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isDisposed();
    }
}
