package vn.ocopmarket.catalog.certificate;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The threads on which files of whole lists are made: they hold a list of the country in memory each. */
final class CertificateSchedulers {

    private static final int THREADS = 2;
    private static final int QUEUE = 20;
    private static final int IDLE_SECONDS = 30;

    private CertificateSchedulers() {}

    static Scheduler create() {
        return Schedulers.newBoundedElastic(THREADS, QUEUE, "certificate-files", IDLE_SECONDS, true);
    }
}
