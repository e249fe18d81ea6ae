package vn.ocopmarket.storefront.wording;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.wording.domain.Wording;

/** Keeps groups in memory, and can be away. */
public final class WordingsInMemory implements KeptWordings {

    public final Map<String, Wording> kept = new ConcurrentSkipListMap<>();
    private final AtomicLong revision = new AtomicLong();
    public volatile boolean away;

    @Override
    public Flux<Wording> all() {
        return Flux.defer(
                () -> away ? Flux.error(new IllegalStateException("away")) : Flux.fromIterable(kept.values()));
    }

    @Override
    public Mono<Boolean> store(Wording wording) {
        return Mono.fromSupplier(() -> {
            var before = kept.get(wording.id());
            if ((before == null ? 0 : before.version()) != wording.version() - 1) {
                return false;
            }
            kept.put(wording.id(), wording);
            revision.incrementAndGet();
            return true;
        });
    }

    @Override
    public Mono<Long> revision() {
        return Mono.defer(() -> away ? Mono.error(new IllegalStateException("away")) : Mono.just(revision.get()));
    }
}
