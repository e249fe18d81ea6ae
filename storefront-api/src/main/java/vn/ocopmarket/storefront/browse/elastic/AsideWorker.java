package vn.ocopmarket.storefront.browse.elastic;

import java.util.concurrent.Semaphore;
import reactor.core.publisher.Mono;

/** Does what nobody waits for, and only so much of it at once: what comes while there is no room is left undone. */
final class AsideWorker {

    static final int MOST = 8;

    private final Semaphore room = new Semaphore(MOST);
    private final Runnable undone;

    /** @param undone is told of each that is left undone */
    AsideWorker(Runnable undone) {
        this.undone = undone;
    }

    /** Begins it, or does not; what fails is left. */
    void begin(Mono<Void> work) {
        if (!room.tryAcquire()) {
            undone.run();
            return;
        }
        var _ = work.onErrorComplete().doFinally(_ -> room.release()).subscribe();
    }
}
