package vn.ocopmarket.storefront.inventory.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.inventory.domain.TakePlan.Part;

/**
 * An owner's claim on a quantity of one SKU. What the owner already has counts, so a claim may be repeated and a hold never
 * stands in its own owner's way.
 *
 * @param until when the hold ends, or null for an allocation
 */
public record Claiming(
        String owner, long quantity, @Nullable Instant until, LocalDate day, Instant now) {

    /** Also of a claim made in several goes, whose parts were found in any order. */
    private static final Comparator<Part> LEAVING = Comparator.comparing(Part::level, StockLevel.FIRST_EXPIRY_FIRST);

    /** How a claim can be met. */
    public sealed interface Answer {}

    /** By these changes in this order; then the owner has these parts, what ends first before the rest. */
    public record Steps(List<LevelChange> changes, List<Part> parts) implements Answer {

        public Steps {
            changes = List.copyOf(changes);
            parts = parts.stream().sorted(LEAVING).toList();
        }
    }

    /**
     * Not at all: only so much is there, with what the owner has.
     *
     * @param recalled what would be there, had its lot not been called back
     */
    public record TooLittle(long available, long recalled) implements Answer {}

    /** What to do, seeing these levels of the SKU. */
    public Answer over(Collection<StockLevel> levels) {
        var changes = new ArrayList<LevelChange>();
        levels.stream()
                .filter(this::holdsInVain)
                .forEach(level -> changes.add(new LevelChange.ReleaseHold(level.id(), owner, level.heldBy(owner))));
        var owned = levels.stream()
                .filter(level -> level.ownedBy(owner) > 0 && !holdsInVain(level))
                .toList();
        var has = owned.stream().mapToLong(level -> level.ownedBy(owner)).sum();
        var parts = new ArrayList<Part>();
        for (var level : owned) {
            keep(level, changes);
            parts.add(new Part(level, level.ownedBy(owner)));
        }
        if (has >= quantity) {
            return new Steps(changes, parts);
        }
        var others = levels.stream().filter(level -> level.ownedBy(owner) == 0).toList();
        return switch (TakePlan.of(others, quantity - has, day, now)) {
            case TakePlan.Infeasible(var available) -> new TooLittle(available + has, offSale(levels));
            case TakePlan.Feasible(var more) -> {
                more.forEach(part -> take(part, changes));
                parts.addAll(more);
                yield new Steps(changes, parts);
            }
        };
    }

    private static long offSale(Collection<StockLevel> levels) {
        return levels.stream().mapToLong(StockLevel::offSale).sum();
    }

    /** What was held before its lot was called back is given up, and something else is looked for. */
    private boolean holdsInVain(StockLevel level) {
        return level.recalled() && level.heldBy(owner) > 0;
    }

    private void keep(StockLevel level, List<LevelChange> changes) {
        for (var hold : level.holds()) {
            if (!hold.owner().equals(owner)) {
                continue;
            }
            if (until == null) {
                changes.add(new LevelChange.AllocateHold(level.id(), owner, hold.quantity()));
            } else if (hold.expiredAt(now)) {
                changes.add(new LevelChange.ExtendHold(level.id(), owner, hold.quantity(), until));
            }
        }
    }

    private void take(Part part, List<LevelChange> changes) {
        var level = part.level();
        if (level.available() < part.quantity()) {
            level.expiredHolds(now)
                    .forEach(hold -> changes.add(
                            new LevelChange.ExpireHold(level.id(), hold.owner(), hold.quantity(), hold.expiresAt())));
        }
        changes.add(
                until == null
                        ? new LevelChange.TakeAllocation(level.id(), owner, part.quantity())
                        : new LevelChange.TakeHold(level.id(), owner, part.quantity(), until));
    }
}
