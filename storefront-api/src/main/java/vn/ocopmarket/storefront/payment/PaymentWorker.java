package vn.ocopmarket.storefront.payment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.outbox.WakeUp;

/** Works in the background: applies events, carries payments on, and reconciles every now and then. */
final class PaymentWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RECONCILE = Duration.ofMinutes(5);

    /** No session stays open for more than a day. */
    private static final Duration WINDOW = Duration.ofHours(26);

    private final ApplyingEvents applying;
    private final CarryingOnPayments carryingOn;
    private final ReconcilingPayments reconciling;
    private final WakeUp hints;
    private @Nullable Disposable running;

    PaymentWorker(
            ApplyingEvents applying, CarryingOnPayments carryingOn, ReconcilingPayments reconciling, WakeUp hints) {
        this.applying = applying;
        this.carryingOn = carryingOn;
        this.reconciling = reconciling;
        this.hints = hints;
    }

    @Override
    public void start() {
        var work =
                hints.orEvery(POLL).concatMap(_ -> survive(Mono.when(applying.applyDue(), carryingOn.carryOnDue())), 1);
        var reconciliation = Flux.interval(Duration.ofSeconds(20), Duration.ofSeconds(20))
                .onBackpressureDrop()
                .concatMap(_ -> survive(reconciling.reconcileInTurn(RECONCILE, WINDOW)), 1);
        running = Flux.merge(work, reconciliation).subscribe();
    }

    private static Mono<Void> survive(Mono<?> work) {
        return work.then().onErrorResume(error -> {
            LOG.warn("Payments are looked at again soon: {}", error.toString());
            return Mono.empty();
        });
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
