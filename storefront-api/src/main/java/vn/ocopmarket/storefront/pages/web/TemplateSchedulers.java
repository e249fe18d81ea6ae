package vn.ocopmarket.storefront.pages.web;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The threads on which templates are rendered; a full queue is refused instead of growing without end. */
final class TemplateSchedulers {

    private static final int QUEUED = 2_000;

    private TemplateSchedulers() {}

    static Scheduler templates(int threads) {
        return Schedulers.newBoundedElastic(threads, QUEUED, "templates", 60, true);
    }
}
