package vn.ocopmarket.storefront.settlement.domain;

import org.jspecify.annotations.Nullable;

/**
 * Units of a line that came back in parcels which nobody took. No request of the buyer says whose they were, their parcels
 * do: refunds by hand are for them first, in the order in which they were set aside.
 *
 * @param owned how many of them were the market's own
 */
public record Undelivered(long units, long owned) {

    /** How many of so many units that go back are the market's own: where it is not said its own go first. Null when none came. */
    public @Nullable Long ownedOf(long some) {
        if (units == 0) {
            return null;
        }
        return some < units ? Math.min(some, owned) : owned + some - units;
    }

    /** What is left for the next refund. */
    public Undelivered without(long some, long ofMarket) {
        var rest = Math.max(0, units - some);
        return new Undelivered(rest, Math.clamp(owned - ofMarket, 0, rest));
    }
}
