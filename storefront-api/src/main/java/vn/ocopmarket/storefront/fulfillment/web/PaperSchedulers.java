package vn.ocopmarket.storefront.fulfillment.web;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The threads on which papers are set: few, and a short queue, so that printing never takes the shop's cores. */
final class PaperSchedulers {

    private static final int THREADS = 2;
    private static final int QUEUE = 32;
    private static final int IDLE_SECONDS = 30;

    private PaperSchedulers() {}

    static Scheduler ofSlips() {
        return create("slips", THREADS);
    }

    /** Anybody who has the link of an order asks for these. */
    static Scheduler ofReceipts() {
        return create("receipts", 1);
    }

    private static Scheduler create(String name, int threads) {
        return Schedulers.newBoundedElastic(threads, QUEUE, name, IDLE_SECONDS, true);
    }
}
