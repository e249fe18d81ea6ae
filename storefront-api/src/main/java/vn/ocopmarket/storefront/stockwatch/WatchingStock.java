package vn.ocopmarket.storefront.stockwatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.stockwatch.domain.LowGoods;
import vn.ocopmarket.storefront.stockwatch.domain.WatchedLot;
import vn.ocopmarket.storefront.stockwatch.domain.WatchedLot.Confirmation;

/** Lists what needs somebody's eye at a location, and keeps who looked. */
public final class WatchingStock {

    private static final int MOST_LEVELS = 5_000;

    private final FindStock stock;
    private final StockNotes notes;
    private final long usualThreshold;
    private final Clock clock;

    WatchingStock(FindStock stock, StockNotes notes, long usualThreshold, Clock clock) {
        this.stock = stock;
        this.notes = notes;
        this.usualThreshold = usualThreshold;
        this.clock = clock;
    }

    /** SKUs that run out, the emptiest first: those with a level there, and those somebody set a threshold for. */
    public Mono<List<LowGoods>> low(String location) {
        return Mono.zip(available(location), notes.thresholds(location)).map(found -> {
            var available = found.getT1();
            var thresholds = found.getT2();
            thresholds.keySet().forEach(sku -> available.putIfAbsent(sku, 0L));
            return available.entrySet().stream()
                    .map(entry -> new LowGoods(
                            entry.getKey(),
                            entry.getValue(),
                            thresholds.getOrDefault(entry.getKey(), usualThreshold),
                            thresholds.containsKey(entry.getKey())))
                    .filter(LowGoods::isLow)
                    .sorted(Comparator.comparingLong(LowGoods::available).thenComparing(LowGoods::sku))
                    .toList();
        });
    }

    /** Lots whose date comes within so many days or has passed, the first to end first. */
    public Mono<List<WatchedLot>> nearExpiry(String location, long days) {
        var today = LocalDate.now(clock);
        return lots(location)
                .filter(lot -> lot.endsWithin(days, today))
                .sort(Comparator.comparingLong(
                                (WatchedLot lot) -> lot.daysLeft(today).orElse(Long.MAX_VALUE))
                        .thenComparing(WatchedLot::levelId))
                .collectList();
    }

    /** Lots nobody has looked at for the longest time first. */
    public Mono<List<WatchedLot>> unseen(String location, int limit) {
        var now = clock.instant();
        return lots(location)
                .sort(Comparator.comparingLong(
                                (WatchedLot lot) -> -lot.daysUnseen(now).orElse(Long.MAX_VALUE))
                        .thenComparing(WatchedLot::levelId))
                .take(limit)
                .collectList();
    }

    /** Somebody looked and found what the books say, whosever the goods are. False when there is no such lot at the location. */
    public Mono<Boolean> confirm(String location, String sku, @Nullable String lot, String by) {
        return stock.levels(sku, location, null, MOST_LEVELS)
                .filter(level -> Objects.equals(level.lot(), lot))
                .concatMap(level -> notes.confirm(location, level.levelId(), new Confirmation(by, clock.instant()))
                        .thenReturn(level))
                .count()
                .map(seen -> seen > 0);
    }

    /** How little of the SKU is too little at the location; 0 for goods that may run out. */
    public Mono<Void> watch(String location, String sku, long units) {
        return notes.threshold(location, sku, units);
    }

    private Mono<TreeMap<String, Long>> available(String location) {
        var today = LocalDate.now(clock);
        return stock.levels(null, location, null, MOST_LEVELS)
                .collect(Collectors.groupingBy(
                        StockView::sku, TreeMap::new, Collectors.summingLong(level -> sellable(level, today))));
    }

    private static long sellable(StockView level, LocalDate today) {
        var bestBefore = level.bestBefore();
        return bestBefore != null && bestBefore.isBefore(today) ? 0 : level.available();
    }

    private Flux<WatchedLot> lots(String location) {
        return notes.confirmations(location)
                .flatMapMany(confirmations -> stock.levels(null, location, null, MOST_LEVELS)
                        .filter(level -> level.onHand() > 0)
                        .map(level -> new WatchedLot(
                                level.levelId(),
                                level.sku(),
                                level.lot(),
                                level.ownership(),
                                level.onHand(),
                                level.bestBefore(),
                                confirmations.get(level.levelId()))));
    }
}
