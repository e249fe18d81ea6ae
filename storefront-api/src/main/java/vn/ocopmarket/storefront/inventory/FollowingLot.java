package vn.ocopmarket.storefront.inventory;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.domain.StockLevel;
import vn.ocopmarket.storefront.inventory.domain.StockLevel.Claim;

/** Tells where a lot is, and who was promised or given some of it. */
public final class FollowingLot {

    private final StockLevels levels;
    private final StockLedger ledger;

    FollowingLot(StockLevels levels, StockLedger ledger) {
        this.levels = levels;
        this.ledger = ledger;
    }

    /**
     * What one location has of it.
     *
     * @param lot null for stock that was received without a number, which may be of any lot
     * @param allocated of it to orders that have not left
     */
    public record Holding(String locationId, @Nullable String lot, long onHand, long allocated) {}

    /**
     * What locations have of the lot, set aside or on its way to them too, and of the same SKU without a lot number; empty when
     * there is nothing left.
     */
    public Flux<Holding> holdings(String sku, String lot) {
        return levels.ofSkus(Set.of(sku))
                .filter(level -> level.onHand() > 0
                        && (level.lot() == null || level.lot().equals(lot)))
                .map(level -> new Holding(
                        SetAside.locationOf(level.locationId()), level.lot(), level.onHand(), level.allocated()))
                .collectMultimap(
                        holding -> Arrays.asList(holding.locationId(), holding.lot()),
                        holding -> holding,
                        LinkedHashMap::new)
                .flatMapIterable(Map::values)
                .map(there -> there.stream().reduce(FollowingLot::plus).orElseThrow());
    }

    /**
     * References of the orders, sales and other movements that some of the lot was promised to or left with, in their order;
     * what was given back before it left is not among them.
     */
    public Mono<List<String>> receivers(String sku, String lot) {
        var promised = levels.ofSkus(Set.of(sku))
                .filter(level -> lot.equals(level.lot()))
                .flatMapIterable(FollowingLot::owners);
        var left = ledger.salesOf(sku, lot).map(LedgerEntry::reference);
        return promised.concatWith(left).collect(TreeSet<String>::new, Set::add).map(List::copyOf);
    }

    /** How many sales of it there were that are of none of these orders. */
    public Mono<Long> counterSales(String sku, String lot, Collection<String> orderIds) {
        return ledger.salesOf(sku, lot)
                .map(LedgerEntry::reference)
                .filter(reference -> !orderIds.contains(reference))
                .distinct()
                .count();
    }

    private static Holding plus(Holding one, Holding other) {
        return new Holding(
                one.locationId(), one.lot(), one.onHand() + other.onHand(), one.allocated() + other.allocated());
    }

    private static List<String> owners(StockLevel level) {
        return Stream.of(level.allocations(), level.settled())
                .flatMap(List::stream)
                .map(Claim::owner)
                .toList();
    }
}
