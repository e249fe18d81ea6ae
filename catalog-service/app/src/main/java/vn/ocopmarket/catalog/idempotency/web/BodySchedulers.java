package vn.ocopmarket.catalog.idempotency.web;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The threads that open and delete the files of large bodies; reading and writing them is done by the platform. */
final class BodySchedulers {

    private static final int THREADS = 4;
    private static final int QUEUE = 1_000;
    private static final int IDLE_SECONDS = 30;

    private BodySchedulers() {}

    static Scheduler create() {
        return Schedulers.newBoundedElastic(THREADS, QUEUE, "keyed-bodies", IDLE_SECONDS, true);
    }
}
