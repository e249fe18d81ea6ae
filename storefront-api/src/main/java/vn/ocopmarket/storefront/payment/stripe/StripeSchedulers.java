package vn.ocopmarket.storefront.payment.stripe;

import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Threads of their own for calls that block: when Stripe hangs, only these do. */
final class StripeSchedulers implements AutoCloseable {

    private final Scheduler scheduler;

    StripeSchedulers(StripeSettings settings) {
        this.scheduler = Schedulers.newBoundedElastic(settings.calls(), settings.waiting(), "stripe");
    }

    /** Fails with a rejection when too many wait already. */
    <T> Mono<T> call(Callable<T> call) {
        return Mono.fromCallable(call).subscribeOn(scheduler);
    }

    @Override
    public void close() {
        scheduler.dispose();
    }
}
