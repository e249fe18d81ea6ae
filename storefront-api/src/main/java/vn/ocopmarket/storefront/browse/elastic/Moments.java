package vn.ocopmarket.storefront.browse.elastic;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Moments of the index that pages after the first are cut from, so that writes do not move what is still to come. Whoever
 * begins shares the newest one; the more are open, the longer it serves, so that there are never more than some eighty,
 * however many people leaf. Each ends after a while, and its cursors with it.
 */
final class Moments {

    /** How long one lasts. */
    static final Duration LIFE = Duration.ofMinutes(10);

    /** For how much longer the newest serves with each that is open. */
    private static final long LONGER = Duration.ofMillis(100).toNanos();

    private static final int CLOSED_TOGETHER = 2;

    private final Elasticsearch elasticsearch;
    private final Consumer<Mono<Void>> aside;
    private final LongSupplier nanos;
    private final AtomicReference<List<Held>> held = new AtomicReference<>(List.of());

    /**
     * @param aside does what no reader waits for
     * @param nanos a clock that only goes on
     */
    Moments(Elasticsearch elasticsearch, Consumer<Mono<Void>> aside, LongSupplier nanos) {
        this.elasticsearch = elasticsearch;
        this.aside = aside;
        this.nanos = nanos;
    }

    private record Held(Mono<String> name, long since) {}

    /** The name of one that has just begun; never empty, errors as in a search. */
    Mono<String> recent() {
        return Mono.defer(() -> {
            var now = nanos.getAsLong();
            var all = held.get();
            if (!all.isEmpty() && now - all.getFirst().since() < all.size() * LONGER) {
                return all.getFirst().name();
            }
            var over = all.stream().filter(one -> isOver(one, now)).toList();
            var begun = new Held(begin(over), now);
            var next = Stream.concat(Stream.of(begun), all.stream().filter(one -> !isOver(one, now)))
                    .toList();
            return held.compareAndSet(all, next) ? named(begun) : recent();
        });
    }

    private static boolean isOver(Held one, long now) {
        return now - one.since() >= LIFE.toNanos();
    }

    /** Who fails to begin is asked again by the next. */
    private Mono<String> named(Held begun) {
        return begun.name()
                .doOnError(_ -> held.updateAndGet(
                        all -> all.stream().filter(one -> one != begun).toList()));
    }

    /** Somebody may have kept those that are over alive; the reader who begins the next does not wait until they are closed. */
    private Mono<String> begin(List<Held> over) {
        var ending = Flux.fromIterable(over)
                .flatMap(one -> one.name().flatMap(elasticsearch::closeMoment).onErrorComplete(), CLOSED_TOGETHER)
                .then();
        return elasticsearch
                .openMoment(LIFE)
                .doOnNext(_ -> aside.accept(ending))
                .cache();
    }

    int open() {
        return held.get().size();
    }
}
