package vn.ocopmarket.storefront.inventory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;
import vn.ocopmarket.storefront.inventory.domain.StockLevel;

/** Gives an order goods again that stock has forgotten to be its own, and tells which it has. */
public final class GivingGoodsAgain {

    private final HoldingStock stock;
    private final StockLevels levels;
    private final Clock clock;

    GivingGoodsAgain(HoldingStock stock, StockLevels levels, Clock clock) {
        this.stock = stock;
        this.levels = levels;
        this.clock = clock;
    }

    /**
     * Allocates lines: what the order had while it is still there, and else whatever there is enough of. May be repeated, as
     * {@link HoldingStock#allocate} may.
     *
     * @param had where the order believes its goods to be
     */
    public Mono<HoldOutcome> allocate(
            String orderId, Collection<StockLine> lines, @Nullable String locationId, List<Take> had) {
        var skus = lines.stream().map(StockLine::sku).distinct().toList();
        var today = LocalDate.now(clock);
        return levels.ofSkus(skus)
                .collectList()
                .flatMapIterable(StockLevel::judged)
                .filter(level -> level.sellableOn(today))
                .concatMap(level -> Flux.fromStream(
                                had.stream().filter(take -> take.levelId().equals(level.id())))
                        .concatMap(take ->
                                levels.apply(new LevelChange.TakeAllocation(level.id(), orderId, take.quantity()))))
                .then(Mono.defer(() -> stock.allocate(orderId, lines, locationId, List.of())));
    }

    /** What of these SKUs is allocated to the order, what ends first before the rest. */
    public Flux<Take> allocated(String orderId, Collection<String> skus) {
        return levels.ofSkus(skus)
                .filter(level -> level.allocatedTo(orderId) > 0)
                .sort(StockLevel.FIRST_EXPIRY_FIRST)
                .map(level -> TakingStock.asTake(level, level.allocatedTo(orderId)));
    }
}
