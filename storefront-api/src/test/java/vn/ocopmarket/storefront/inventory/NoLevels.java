package vn.ocopmarket.storefront.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;
import vn.ocopmarket.storefront.inventory.domain.StockLevel;

/** Nothing lies anywhere. */
class NoLevels implements StockLevels {

    @Override
    public Mono<StockLevel> apply(LevelChange change) {
        return Mono.empty();
    }

    @Override
    public Mono<StockLevel> find(String levelId) {
        return Mono.empty();
    }

    @Override
    public Flux<StockLevel> ofSkus(Collection<String> skus) {
        return Flux.empty();
    }

    @Override
    public Flux<StockLevel> page(
            @Nullable String sku, @Nullable Set<String> places, @Nullable String after, int limit) {
        return Flux.empty();
    }

    @Override
    public Flux<StockLevel> withExpiredHolds(Instant now, int limit) {
        return Flux.empty();
    }

    @Override
    public Flux<StockLevel> all() {
        return Flux.empty();
    }
}
