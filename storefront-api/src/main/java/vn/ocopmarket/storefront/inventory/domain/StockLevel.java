package vn.ocopmarket.storefront.inventory.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** What ends first is sold first; what never ends is sold last. */
    public static final Comparator<StockLevel> FIRST_EXPIRY_FIRST = Comparator.comparing(
                    StockLevel::bestBefore, Comparator.nullsLast(Comparator.naturalOrder()))
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

    /** Units that belong to an owner. */
    public record Claim(String owner, long quantity) {}

    public static String idOf(String locationId, String sku, @Nullable String lot) {
        return locationId + "|" + sku + "|" + (lot == null ? "" : lot);
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
