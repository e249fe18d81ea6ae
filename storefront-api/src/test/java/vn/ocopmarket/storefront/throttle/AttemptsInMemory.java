package vn.ocopmarket.storefront.throttle;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Counters in a map, which several counting instances may share. */
public final class AttemptsInMemory implements Attempts {

    public final Map<String, Integer> counts = new ConcurrentHashMap<>();

    public CountingAttempts countedBy(Clock clock) {
        return new CountingAttempts(this, clock);
    }

    @Override
    public Mono<Integer> add(String key, Instant until) {
        return Mono.fromSupplier(() -> counts.merge(key, 1, Integer::sum));
    }

    @Override
    public Mono<Integer> count(String key) {
        return Mono.defer(() -> Mono.justOrEmpty(counts.get(key)));
    }

    @Override
    public Mono<Void> takeBack(String key) {
        return Mono.fromRunnable(() -> counts.computeIfPresent(key, (_, count) -> count - 1));
    }
}
