package vn.ocopmarket.storefront.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;
import vn.ocopmarket.storefront.inventory.domain.StockLevel;

/** The stored stock levels; inside this feature only. */
public interface StockLevels {

    /** Applies a change atomically and gives the level after it; empty when its precondition does not hold. */
    Mono<StockLevel> apply(LevelChange change);

    /** Empty when there is none. */
    Mono<StockLevel> find(String levelId);

    /** All levels of these SKUs. */
    Flux<StockLevel> ofSkus(Collection<String> skus);

    /** A page in the order of the ids, after the given one. */
    Flux<StockLevel> page(@Nullable String sku, @Nullable Set<String> places, @Nullable String after, int limit);

    /** Levels with a hold whose time has run out. */
    Flux<StockLevel> withExpiredHolds(Instant now, int limit);

    /** Everything, in the order of the SKUs. */
    Flux<StockLevel> all();
}
