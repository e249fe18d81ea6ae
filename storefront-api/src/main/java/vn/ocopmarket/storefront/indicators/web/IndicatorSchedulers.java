package vn.ocopmarket.storefront.indicators.web;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The threads on which workbooks are written: one, and a short queue. */
final class IndicatorSchedulers {

    private static final int QUEUE = 32;
    private static final int IDLE_SECONDS = 30;

    private IndicatorSchedulers() {}

    static Scheduler create() {
        return Schedulers.newBoundedElastic(1, QUEUE, "workbooks", IDLE_SECONDS, true);
    }
}
