package vn.ocopmarket.storefront.payout.stripe;

import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A thread of its own for calls that block: reports never wait in front of somebody who pays. */
@Component
final class PayoutSchedulers implements AutoCloseable {

    private static final int WAITING = 100;

    private final Scheduler scheduler = Schedulers.newBoundedElastic(1, WAITING, "payouts");

    <T> Mono<T> call(Callable<T> call) {
        return Mono.fromCallable(call).subscribeOn(scheduler);
    }

    @Override
    public void close() {
        scheduler.dispose();
    }
}
