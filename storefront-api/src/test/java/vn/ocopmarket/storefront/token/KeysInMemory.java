package vn.ocopmarket.storefront.token;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keys in a map; a number is taken once, as in the store. */
final class KeysInMemory implements SigningKeys {

    private final ConcurrentSkipListMap<Integer, SigningKey> byNumber = new ConcurrentSkipListMap<>();

    @Override
    public Flux<SigningKey> all() {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(byNumber.values())));
    }

    @Override
    public Mono<Boolean> add(SigningKey key) {
        return Mono.fromCallable(() -> byNumber.putIfAbsent(key.number(), key) == null);
    }

    @Override
    public Mono<Void> remove(int number) {
        return Mono.fromRunnable(() -> byNumber.remove(number));
    }
}
