package vn.ocopmarket.storefront.pos;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finishes the sales that a crash left between the cash and the receipt. */
final class TillWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TillWorker.class);
    private static final Duration EVERY = Duration.ofSeconds(20);

    /** A booking of this age is nobody's request any more. */
    private static final Duration ABANDONED = Duration.ofSeconds(20);

    private final BookingSales booking;
    private final Clock clock;
    private volatile @Nullable Disposable running;

    TillWorker(BookingSales booking, Clock clock) {
        this.booking = booking;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = Flux.interval(Duration.ZERO, EVERY)
                .onBackpressureDrop()
                .concatMap(_ -> finishAbandoned())
                .subscribe();
    }

    @Override
    public void stop() {
        var present = running;
        if (present != null) {
            present.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private Mono<Void> finishAbandoned() {
        return Mono.defer(() -> booking.finishSince(clock.instant().minus(ABANDONED)))
                .doOnNext(finished -> {
                    if (finished > 0) {
                        LOG.info("Finished {} sales that were left half booked", finished);
                    }
                })
                .onErrorResume(failure -> {
                    LOG.warn("Sales left half booked could not be finished, trying again later", failure);
                    return Mono.empty();
                })
                .then();
    }
}
