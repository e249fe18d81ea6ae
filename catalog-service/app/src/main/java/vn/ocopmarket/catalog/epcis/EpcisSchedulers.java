package vn.ocopmarket.catalog.epcis;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The threads on which documents are read and checked: few, since each holds a whole document. */
final class EpcisSchedulers {

    private static final int THREADS = 2;
    private static final int QUEUE = 32;
    private static final int IDLE_SECONDS = 30;

    private EpcisSchedulers() {}

    static Scheduler create() {
        return Schedulers.newBoundedElastic(THREADS, QUEUE, "epcis", IDLE_SECONDS, true);
    }
}
