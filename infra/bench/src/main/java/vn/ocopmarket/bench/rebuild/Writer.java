package vn.ocopmarket.bench.rebuild;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import vn.ocopmarket.bench.Threads;
import vn.ocopmarket.bench.source.GeneratedSource;

/** Changes prices all the time, many a product several times. */
final class Writer implements AutoCloseable {

    private static final long PAUSE_NANOS = 50_000_000;
    private static final int OFTEN = 500;

    private final GeneratedSource source;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger written = new AtomicInteger();
    private final Thread thread;

    Writer(GeneratedSource source) {
        this.source = source;
        this.thread = Thread.ofPlatform().start(this::write);
    }

    private void write() {
        var random = new SplittableRandom(1);
        while (!stop.get()) {
            var number = random.nextInt(random.nextBoolean() ? OFTEN : source.size());
            source.change(number, 10_000L + 1_000 * random.nextInt(900));
            written.incrementAndGet();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    int written() {
        return written.get();
    }

    @Override
    public void close() {
        stop.set(true);
        Threads.join(List.of(thread));
    }
}
