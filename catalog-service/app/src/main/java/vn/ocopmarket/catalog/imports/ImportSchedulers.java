package vn.ocopmarket.catalog.imports;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The threads on which files are read: few, since each import in work holds a file open. */
final class ImportSchedulers {

    private static final int THREADS = 2;
    private static final int QUEUE = 1_000;
    private static final int IDLE_SECONDS = 30;

    private ImportSchedulers() {}

    static Scheduler create() {
        return Schedulers.newBoundedElastic(THREADS, QUEUE, "imports", IDLE_SECONDS, true);
    }
}
