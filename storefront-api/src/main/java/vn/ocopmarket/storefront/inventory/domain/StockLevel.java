package vn.ocopmarket.storefront.inventory.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;

/**
 * What one location has of one SKU and lot. {@code onHand = available + allocated + held} always; a hold whose time ran out
 * is still in {@code held} until somebody sweeps it, and {@link #availableAt} counts it as available.
 *
 * @param available the stored counter that guards every take
 * @param version grows with every change of stock
 * @param settled what owners took for good or brought, of late, so that a repeated step is recognised
 * @param pending outbox entries that wait to be carried on
 * @param recalled whether its lot was called back, from when on nobody gets any of it
 */
public record StockLevel(
        String id,
        String locationId,
        String sku,
        @Nullable String lot,
        @Nullable LocalDate bestBefore,
        long onHand,
        long allocated,
        long available,
        long version,
        List<Hold> holds,
        List<Claim> allocations,
        List<Claim> settled,
        long pending,
        boolean recalled) {

    /** What ends first is sold first; what never ends is sold last; of two that end alike the producer's before the market's. */
    public static final Comparator<StockLevel> FIRST_EXPIRY_FIRST = Comparator.comparing(
                    StockLevel::bestBefore, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(StockLevel::ownership)
            .thenComparing(StockLevel::id);

    public StockLevel {
        holds = List.copyOf(holds);
        allocations = List.copyOf(allocations);
        settled = List.copyOf(settled);
    }

    /** Units promised to an owner until a moment. */
    public record Hold(String owner, long quantity, Instant expiresAt) {

        public boolean expiredAt(Instant now) {
            return !expiresAt.isAfter(now);
        }
    }

    /**
     * Units that belong to an owner.
     *
     * @param parcel in which they left; null when they are here or left as a whole
     */
    public record Claim(
            String owner, long quantity, @Nullable String parcel) {

        public Claim(String owner, long quantity) {
            this(owner, quantity, null);
        }
    }

    /**
     * Levels of some SKUs as they are to be judged: a lot that was called back at one place is called back everywhere, also
     * where some of it came later. It takes all levels of a SKU to see that.
     */
    public static List<StockLevel> judged(Collection<StockLevel> ofSkus) {
        var calledBack = ofSkus.stream()
                .filter(StockLevel::recalled)
                .filter(level -> level.lot() != null)
                .map(StockLevel::whoseverLot)
                .collect(Collectors.toSet());
        return ofSkus.stream()
                .map(level -> calledBack.contains(level.whoseverLot()) ? level.calledBack() : level)
                .toList();
    }

    private StockLevel calledBack() {
        return recalled
                ? this
                : new StockLevel(
                        id,
                        locationId,
                        sku,
                        lot,
                        bestBefore,
                        onHand,
                        allocated,
                        available,
                        version,
                        holds,
                        allocations,
                        settled,
                        pending,
                        true);
    }

    /** The lot whosever it is: a recall asks for none of that. */
    private LotName whoseverLot() {
        return new LotName(sku, lot);
    }

    private record LotName(String sku, @Nullable String lot) {}

    public Ownership ownership() {
        return LevelKey.ownershipOf(id);
    }

    public long held() {
        return onHand - allocated - available;
    }

    public List<Hold> expiredHolds(Instant now) {
        return holds.stream().filter(hold -> hold.expiredAt(now)).toList();
    }

    /** What can be taken at this moment. */
    public long availableAt(Instant now) {
        return available + expiredHolds(now).stream().mapToLong(Hold::quantity).sum();
    }

    /** Food past its date is not sold, nor is a lot that was called back. */
    public boolean sellableOn(LocalDate day) {
        return !recalled && (bestBefore == null || !bestBefore.isBefore(day));
    }

    /** What nobody gets because its lot was called back; what already belongs to an order is not among it. */
    public long offSale() {
        return recalled ? onHand - allocated : 0;
    }

    public long heldBy(String owner) {
        return holds.stream()
                .filter(hold -> hold.owner().equals(owner))
                .mapToLong(Hold::quantity)
                .sum();
    }

    public long allocatedTo(String owner) {
        return sum(allocations, owner);
    }

    public long settledBy(String owner) {
        return sum(settled, owner);
    }

    /** Whether a parcel has left from here. */
    public boolean knowsParcel(String parcel) {
        return settled.stream().anyMatch(claim -> parcel.equals(claim.parcel()));
    }

    /** Everything here that is or was the owner's. */
    public long ownedBy(String owner) {
        return heldBy(owner) + allocatedTo(owner) + settledBy(owner);
    }

    private static long sum(List<Claim> claims, String owner) {
        return claims.stream()
                .filter(claim -> claim.owner().equals(owner))
                .mapToLong(Claim::quantity)
                .sum();
    }
}
