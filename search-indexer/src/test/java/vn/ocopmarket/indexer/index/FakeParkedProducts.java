package vn.ocopmarket.indexer.index;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** In memory. */
final class FakeParkedProducts implements ParkedProducts {

    final Map<String, ParkedProduct> parked = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> park(ParkedProduct product) {
        return Mono.fromRunnable(() -> parked.put(product.id(), product));
    }

    @Override
    public Mono<Void> release(Collection<String> ids) {
        return Mono.fromRunnable(() -> ids.forEach(parked::remove));
    }

    @Override
    public Flux<ParkedProduct> all() {
        return Flux.defer(() -> Flux.fromIterable(parked.values()));
    }
}
