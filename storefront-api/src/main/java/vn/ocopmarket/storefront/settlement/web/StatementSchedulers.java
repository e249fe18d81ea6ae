package vn.ocopmarket.storefront.settlement.web;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The thread on which workbooks are written, and a short queue. */
final class StatementSchedulers {

    private static final int QUEUE = 16;
    private static final int IDLE_SECONDS = 30;

    private StatementSchedulers() {}

    static Scheduler create() {
        return Schedulers.newBoundedElastic(1, QUEUE, "statement-workbooks", IDLE_SECONDS, true);
    }
}
