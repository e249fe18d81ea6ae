package vn.ocopmarket.storefront.inventory;

import java.util.Set;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;

/** Takes a lot that was called back off sale at every location, level by level, each in one atomic step. */
public final class StoppingSale {

    private final StockLevels levels;

    StoppingSale(StockLevels levels) {
        this.levels = levels;
    }

    /**
     * From its end on nothing of the lot is held, allocated or handed over; holds that are there come to nothing. Gives how
     * many levels it stopped; may be repeated, as for stock that came later.
     */
    public Mono<Long> recall(String sku, String lot) {
        return levels.ofSkus(Set.of(sku))
                .filter(level -> lot.equals(level.lot()) && !level.recalled())
                .concatMap(level -> levels.apply(new LevelChange.Recall(level.id())))
                .count();
    }
}
