package vn.ocopmarket.bench.rebuild;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import vn.ocopmarket.bench.Threads;
import vn.ocopmarket.bench.source.OwnIndexer;

/** Looks four times a second how much memory an indexer has, and keeps the most. */
final class Memory implements AutoCloseable {

    private static final long PAUSE_NANOS = 250_000_000;

    private final OwnIndexer indexer;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Thread thread;
    private volatile double most;

    Memory(OwnIndexer indexer) {
        this.indexer = indexer;
        this.thread = Thread.ofPlatform().daemon().start(this::look);
    }

    private void look() {
        while (!stop.get()) {
            most = Math.max(most, indexer.residentMegabytes());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    double mostMegabytes() {
        return most;
    }

    @Override
    public void close() {
        stop.set(true);
        Threads.join(List.of(thread));
    }
}
