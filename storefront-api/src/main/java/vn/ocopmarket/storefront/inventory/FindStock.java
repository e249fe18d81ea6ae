package vn.ocopmarket.storefront.inventory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.feed.AvailabilityRecord.AtLocation;
import vn.ocopmarket.storefront.inventory.domain.StockLevel;

/** Tells what there is, at this moment. */
public final class FindStock {

    private final StockLevels levels;
    private final StockLedger ledger;
    private final Locations locations;
    private final Clock clock;

    FindStock(StockLevels levels, StockLedger ledger, Locations locations, Clock clock) {
        this.levels = levels;
        this.ledger = ledger;
        this.locations = locations;
        this.clock = clock;
    }

    /** Levels by SKU, by location, or all, in the order of their ids; empty when there are none. */
    public Flux<StockView> levels(
            @Nullable String sku, @Nullable String locationId, @Nullable String after, int limit) {
        return levelsAt(sku, places(locationId), after, limit);
    }

    /** The same at some places; null for all. */
    public Flux<StockView> levelsAt(
            @Nullable String sku, @Nullable Set<String> places, @Nullable String after, int limit) {
        return levels.page(sku, places, after, limit).map(this::view);
    }

    /** Ledger entries, newest first; empty when there are none. */
    public Flux<LedgerEntry> ledger(
            @Nullable String sku, @Nullable String locationId, @Nullable String before, int limit) {
        return ledgerAt(sku, places(locationId), before, limit);
    }

    /** The same at some places; null for all. */
    public Flux<LedgerEntry> ledgerAt(
            @Nullable String sku, @Nullable Set<String> places, @Nullable String before, int limit) {
        return ledger.page(sku, places, before, limit);
    }

    private static @Nullable Set<String> places(@Nullable String locationId) {
        return locationId == null ? null : Set.of(locationId);
    }

    /** What there is of each SKU at the locations that sell online; every SKU asked for is in the map. */
    public Mono<Map<String, Supply>> online(Collection<String> skus) {
        var selling =
                locations.all().filter(Location::sellsOnline).map(Location::id).collect(Collectors.toSet());
        return Mono.zip(selling, levels.ofSkus(skus).collectList())
                .map(found -> supply(
                        skus,
                        StockLevel.judged(found.getT2()).stream()
                                .filter(level -> found.getT1().contains(level.locationId()))));
    }

    /** What there is of each SKU at one location; every SKU asked for is in the map. */
    public Mono<Map<String, Supply>> at(String locationId, Collection<String> skus) {
        return levels.ofSkus(skus)
                .collectList()
                .map(found -> supply(
                        skus,
                        StockLevel.judged(found).stream()
                                .filter(level -> level.locationId().equals(locationId))));
    }

    /** What an owner has been promised of one level at this moment; a hold whose time ran out is no promise. */
    public record Claimed(String levelId, String sku, String owner, long allocated, long held) {}

    /** Every promise there is; levels may move while they are read. */
    public Flux<Claimed> claims() {
        return levels.all().flatMapIterable(this::claimsOn);
    }

    /** Every promise of these SKUs. */
    public Flux<Claimed> claims(Collection<String> skus) {
        return levels.ofSkus(skus).flatMapIterable(this::claimsOn);
    }

    /** One record for each SKU asked for, also for those without stock. */
    public Flux<AvailabilityRecord> availability(Collection<String> skus) {
        var byId = locations.all().collectMap(Location::id);
        var bySku = levels.ofSkus(skus).collectMultimap(StockLevel::sku);
        return Mono.zip(byId, bySku)
                .flatMapIterable(found -> skus.stream()
                        .distinct()
                        .map(sku -> record(sku, found.getT2().getOrDefault(sku, List.of()), found.getT1()))
                        .toList());
    }

    /** One record for each SKU that has or had stock. */
    public Flux<AvailabilityRecord> allAvailability() {
        return locations
                .all()
                .collectMap(Location::id)
                .flatMapMany(byId -> levels.all()
                        .bufferUntilChanged(StockLevel::sku)
                        .map(ofOneSku -> record(ofOneSku.getFirst().sku(), ofOneSku, byId)));
    }

    private AvailabilityRecord record(String sku, Collection<StockLevel> ofSku, Map<String, Location> byId) {
        var version = ofSku.stream().mapToLong(StockLevel::version).sum();
        var available = ofSku.stream()
                .filter(level -> byId.containsKey(level.locationId()))
                .collect(Collectors.groupingBy(StockLevel::locationId, Collectors.summingLong(this::sellable)));
        var online = available.entrySet().stream()
                .filter(there -> byId.get(there.getKey()) instanceof Location at && at.sellsOnline())
                .mapToLong(Map.Entry::getValue)
                .sum();
        var visitable = byId.values().stream()
                .filter(at -> at.kind().visitable() && available.containsKey(at.id()))
                .map(at -> new AtLocation(at.id(), at.name(), available.getOrDefault(at.id(), 0L)))
                .toList();
        return new AvailabilityRecord(sku, version, online, visitable, clock.instant());
    }

    private Map<String, Supply> supply(Collection<String> skus, Stream<StockLevel> found) {
        var there = found.collect(
                Collectors.toMap(StockLevel::sku, level -> Supply.of(level, sellable(level)), Supply::plus));
        return skus.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), sku -> there.getOrDefault(sku, Supply.NONE)));
    }

    private List<Claimed> claimsOn(StockLevel level) {
        var now = clock.instant();
        var allocated = level.allocations().stream()
                .map(claim -> new Claimed(level.id(), level.sku(), claim.owner(), claim.quantity(), 0));
        var held = level.holds().stream()
                .filter(hold -> !hold.expiredAt(now))
                .map(hold -> new Claimed(level.id(), level.sku(), hold.owner(), 0, hold.quantity()));
        return Stream.concat(allocated, held).toList();
    }

    private long sellable(StockLevel level) {
        var sellable = level.sellableOn(LocalDate.now(clock))
                && SetAside.of(level.locationId()).isEmpty();
        return sellable ? level.availableAt(clock.instant()) : 0;
    }

    private StockView view(StockLevel level) {
        var free = level.availableAt(clock.instant());
        return new StockView(
                level.id(),
                level.locationId(),
                level.sku(),
                level.lot(),
                level.ownership(),
                level.bestBefore(),
                level.onHand(),
                level.allocated(),
                level.onHand() - level.allocated() - free,
                level.recalled() || SetAside.of(level.locationId()).isPresent() ? 0 : free,
                level.recalled());
    }
}
