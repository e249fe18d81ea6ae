package vn.ocopmarket.storefront.trace.web;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The threads on which codes and labels are drawn: few, and a short queue, so that drawing never takes the shop's cores. */
final class TraceSchedulers {

    private static final int THREADS = 2;
    private static final int QUEUE = 64;
    private static final int IDLE_SECONDS = 30;

    private TraceSchedulers() {}

    static Scheduler create() {
        return Schedulers.newBoundedElastic(THREADS, QUEUE, "codes", IDLE_SECONDS, true);
    }
}
