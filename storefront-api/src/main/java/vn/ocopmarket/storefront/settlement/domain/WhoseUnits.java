package vn.ocopmarket.storefront.settlement.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.settlement.domain.SoldLine.Back;

/**
 * How many units of a line there were, and how many of them were the market's own. What was paid for the line, and what went
 * back of it, is divided among both so that it adds up again.
 */
public record WhoseUnits(long units, long owned) {

    /** What of a line was one owner's. */
    public record Part(Ownership ownership, long units, Money paid, List<Back> backs) {

        public Part {
            backs = List.copyOf(backs);
        }
    }

    /**
     * How many units that went back with a refund were the market's own.
     *
     * @param entered as they were entered, or are to be, which never changes; null when nobody decided it yet
     * @param received as they came back; null when nothing came back
     */
    public record Told(@Nullable Long entered, @Nullable Long received) {

        private static final Told NOTHING = new Told(null, null);
    }

    /** Whose what went back was: what is entered stays, then what came back tells; of the rest the market's goes first. */
    private static final List<Function<Told, @Nullable Long>> IN_ORDER =
            List.of(Told::entered, Told::received, _ -> Long.MAX_VALUE);

    public List<Ownership> owners() {
        if (owned == 0) {
            return List.of(Ownership.CONSIGNED);
        }
        return isOfBoth() ? List.of(Ownership.CONSIGNED, Ownership.OWNED) : List.of(Ownership.OWNED);
    }

    public boolean isOfBoth() {
        return owned > 0 && owned < units;
    }

    /** @param told by the ids of refunds */
    public List<Part> parts(Money paid, List<Back> backs, Map<String, Told> told) {
        var ownedBack = ownedBack(backs, told);
        var ofOwned = share(paid, owned, units);
        var consignedBacks = new ArrayList<Back>();
        var ownedBacks = new ArrayList<Back>();
        for (var back : backs) {
            var own = ownedBack.getOrDefault(back.refundId(), 0L);
            var amount = share(back.amount(), own, back.units());
            if (own < back.units()) {
                consignedBacks.add(back.part(back.units() - own, back.amount().minus(amount)));
            }
            if (own > 0) {
                ownedBacks.add(back.part(own, amount));
            }
        }
        return owners().stream()
                .map(owner -> owner.isOwned()
                        ? new Part(owner, owned, ofOwned, ownedBacks)
                        : new Part(owner, units - owned, paid.minus(ofOwned), consignedBacks))
                .toList();
    }

    /** How many units of each refund were the market's own. */
    public Map<String, Long> ownedBack(List<Back> backs, Map<String, Told> told) {
        var ownedBack = new HashMap<String, Long>();
        var left = owned;
        var others = units - owned;
        for (var telling : IN_ORDER) {
            for (var back : backs) {
                @Nullable Long wanted = telling.apply(told.getOrDefault(back.refundId(), Told.NOTHING));
                if (wanted == null || ownedBack.containsKey(back.refundId())) {
                    continue;
                }
                var own = Math.max(Math.min(Math.min(wanted, left), back.units()), back.units() - others);
                var _ = ownedBack.put(back.refundId(), own);
                left -= own;
                others -= back.units() - own;
            }
        }
        return ownedBack;
    }

    private static Money share(Money amount, long some, long all) {
        return some == all ? amount : Money.dong(Math.floorDiv(Math.multiplyExact(amount.amount(), some), all));
    }
}
