package vn.ocopmarket.storefront.payout.web;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The thread on which workbooks are written, and a short queue. */
final class WorkbookSchedulers {

    private static final int QUEUE = 16;
    private static final int IDLE_SECONDS = 30;

    private WorkbookSchedulers() {}

    static Scheduler create() {
        return Schedulers.newBoundedElastic(1, QUEUE, "payout-workbooks", IDLE_SECONDS, true);
    }
}
