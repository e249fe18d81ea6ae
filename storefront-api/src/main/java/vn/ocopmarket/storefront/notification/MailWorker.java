package vn.ocopmarket.storefront.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks for letters to send, in the background. */
final class MailWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final Duration POLL = Duration.ofSeconds(2);

    private final DeliveringMail delivering;
    private @Nullable Disposable running;

    MailWorker(DeliveringMail delivering) {
        this.delivering = delivering;
    }

    @Override
    public void start() {
        running = Flux.interval(POLL)
                .onBackpressureDrop()
                .concatMap(_ -> delivering.deliverDue().onErrorResume(MailWorker::survive), 1)
                .subscribe();
    }

    private static Mono<Void> survive(Throwable error) {
        LOG.warn("Mail is looked at again soon: {}", error.toString());
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
