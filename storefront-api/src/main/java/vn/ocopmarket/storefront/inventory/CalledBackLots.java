package vn.ocopmarket.storefront.inventory;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.domain.StockLevel;

/** Tells which lots were called back, from whatever place had some of them: a place remembers it when it is empty too. */
public final class CalledBackLots {

    private final StockLevels levels;

    CalledBackLots(StockLevels levels) {
        this.levels = levels;
    }

    /** Of a SKU, at this moment. Never empty; an error when it is not known. */
    public Mono<Set<String>> of(String sku) {
        return levels.ofSkus(Set.of(sku))
                .filter(StockLevel::recalled)
                .mapNotNull(StockLevel::lot)
                .map(Objects::requireNonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
