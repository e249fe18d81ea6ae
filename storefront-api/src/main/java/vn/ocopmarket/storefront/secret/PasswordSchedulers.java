package vn.ocopmarket.storefront.secret;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Threads for password hashes and signatures: few, because they burn processor time, and with a short queue. */
final class PasswordSchedulers {

    private static final int THREADS = 2;
    private static final int QUEUE = 64;
    private static final int IDLE_SECONDS = 60;

    private PasswordSchedulers() {}

    static Scheduler create() {
        return Schedulers.newBoundedElastic(THREADS, QUEUE, "passwords", IDLE_SECONDS, true);
    }
}
