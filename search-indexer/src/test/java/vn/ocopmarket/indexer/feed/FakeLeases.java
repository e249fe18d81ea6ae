package vn.ocopmarket.indexer.feed;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Leases in memory; {@link #steal} is what a second instance does, {@link #slow} makes giving back take a while. */
final class FakeLeases implements Leases {

    private final Map<String, Lease> current = new ConcurrentHashMap<>();
    private final Map<String, Boolean> held = new ConcurrentHashMap<>();
    private volatile Mono<Long> release = Mono.empty();

    void slow() {
        release = Mono.delay(Duration.ofMillis(50));
    }

    @Override
    public Mono<Lease> acquire(String job) {
        return Mono.defer(() -> held.putIfAbsent(job, true) == null ? Mono.just(next(job)) : Mono.empty());
    }

    private Lease next(String job) {
        return current.merge(job, new Lease(job, 1, 0), (old, _) -> new Lease(job, old.epoch() + 1, old.position()));
    }

    void steal(String job) {
        var _ = next(job);
    }

    @Override
    public Mono<Void> renew(Lease lease) {
        return Mono.fromRunnable(() -> check(lease));
    }

    @Override
    public Mono<Void> advance(Lease lease, long position) {
        return Mono.fromRunnable(() -> {
            check(lease);
            current.put(lease.job(), new Lease(lease.job(), lease.epoch(), position));
        });
    }

    private void check(Lease lease) {
        var now = current.get(lease.job());
        if (now == null || now.epoch() != lease.epoch()) {
            throw new LeaseLostException(lease);
        }
    }

    @Override
    public Mono<Void> release(Lease lease) {
        return release.then(Mono.fromRunnable(() -> held.remove(lease.job())));
    }

    @Override
    public Mono<Long> position(String job) {
        return Mono.fromSupplier(() -> {
            var lease = current.get(job);
            return lease == null ? 0L : lease.position();
        });
    }

    @Override
    public Mono<Void> restart(String job) {
        return Mono.fromRunnable(() -> current.put(job, new Lease(job, next(job).epoch(), 0)));
    }
}
