package vn.ocopmarket.catalog.media;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The thread on which pictures are read: one, since each picture in work takes tens of megabytes. */
final class MediaSchedulers {

    private static final int THREADS = 1;
    private static final int QUEUE = 100;
    private static final int IDLE_SECONDS = 30;

    private MediaSchedulers() {}

    static Scheduler create() {
        return Schedulers.newBoundedElastic(THREADS, QUEUE, "pictures", IDLE_SECONDS, true);
    }
}
