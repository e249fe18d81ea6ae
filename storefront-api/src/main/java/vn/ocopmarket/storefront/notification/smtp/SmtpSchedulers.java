package vn.ocopmarket.storefront.notification.smtp;

import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Threads of their own for calls that block: when the mail server hangs, only these do. */
final class SmtpSchedulers implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int QUEUE = 32;

    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, QUEUE, "smtp");

    <T> Mono<T> call(Callable<T> call) {
        return Mono.fromCallable(call).subscribeOn(scheduler);
    }

    @Override
    public void close() {
        scheduler.dispose();
    }
}
