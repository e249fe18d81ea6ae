package vn.ocopmarket.indexer.feed;

import java.time.Duration;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Does work only while this instance holds its lease. */
public final class LeasedWork {

    private final Leases leases;
    private final Duration heartbeat;
    private final Sinks.Empty<Void> end = Sinks.empty();

    LeasedWork(Leases leases, Duration heartbeat) {
        this.leases = leases;
        this.heartbeat = heartbeat;
    }

    /**
     * Takes the lease, works, and gives it back at the end, on an error and when cancelled. Empty without any work while
     * another instance has the lease and after {@link #end}; fails with {@link LeaseLostException} as soon as it is lost.
     */
    public <T> Flux<T> whileHeld(String job, Function<Lease, Publisher<T>> work) {
        return Flux.usingWhen(
                leases.acquire(job),
                lease -> Flux.from(work.apply(lease))
                        .takeUntilOther(heartbeats(lease))
                        .takeUntilOther(end.asMono()),
                leases::release);
    }

    /**
     * The same for work with one result, which comes only after the lease is given back, so that whoever waits for it can
     * take the lease next.
     */
    public <T> Mono<T> onceHeld(String job, Function<Lease, Mono<T>> work) {
        return whileHeld(job, work::apply).singleOrEmpty();
    }

    /** Ends all work for good: what is running completes as soon as its lease is given back. */
    void end() {
        var _ = end.tryEmitEmpty();
    }

    boolean hasEnded() {
        return end.scanOrDefault(Scannable.Attr.TERMINATED, false);
    }

    /** Never completes. */
    private Mono<Void> heartbeats(Lease lease) {
        return Flux.interval(heartbeat)
                .onBackpressureDrop()
                .concatMap(_ -> leases.renew(lease).timeout(heartbeat))
                .then();
    }
}
