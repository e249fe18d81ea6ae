package vn.ocopmarket.storefront.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the first key before the first request is answered, and then sees to it that none signs for too long. */
final class KeysWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeysWorker.class);
    private static final Duration LOOK = Duration.ofMinutes(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** After the indexes are made, before the web server opens its port. */
    private static final int PHASE = 1_000;

    private final KeyRing keys;
    private final TokenSettings settings;
    private @Nullable Disposable running;

    KeysWorker(KeyRing keys, TokenSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    @Override
    public void start() {
        keys.ensureOne().timeout(LONGEST_WAIT).toFuture().join();
        running = Flux.interval(LOOK)
                .onBackpressureDrop()
                .concatMap(
                        _ -> keys.rotate(settings.keyAge(), settings.lifetime()).onErrorResume(KeysWorker::survive), 1)
                .subscribe();
    }

    private static Mono<Void> survive(Throwable error) {
        LOG.warn("Signing keys are looked at again later: {}", error.toString());
        return Mono.empty();
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

    @Override
    public int getPhase() {
        return PHASE;
    }
}
