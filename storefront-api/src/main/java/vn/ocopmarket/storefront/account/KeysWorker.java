package vn.ocopmarket.storefront.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sees in the background to it that no key signs for too long. */
final class KeysWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeysWorker.class);
    private static final Duration LOOK = Duration.ofMinutes(30);

    private final KeyRing keys;
    private final AccountSettings settings;
    private @Nullable Disposable running;

    KeysWorker(KeyRing keys, AccountSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = Flux.interval(LOOK)
                .onBackpressureDrop()
                .concatMap(
                        _ -> keys.rotate(settings.keyAge(), settings.tokenLifetime())
                                .onErrorResume(KeysWorker::survive),
                        1)
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
}
