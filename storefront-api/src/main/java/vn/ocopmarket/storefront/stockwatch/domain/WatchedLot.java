package vn.ocopmarket.storefront.stockwatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;

/**
 * One lot on a shelf.
 *
 * @param confirmed who looked at it last, or null when nobody did
 */
public record WatchedLot(
        String levelId,
        String sku,
        @Nullable String lot,
        Ownership ownership,
        long onHand,
        @Nullable LocalDate bestBefore,
        @Nullable Confirmation confirmed) {

    /** Somebody looked, and what the books say was there. */
    public record Confirmation(String by, Instant at) {}

    /** Days till it may not be sold any more; below 0 when its date has passed; empty for goods without a date. */
    public OptionalLong daysLeft(LocalDate today) {
        return bestBefore == null ? OptionalLong.empty() : OptionalLong.of(ChronoUnit.DAYS.between(today, bestBefore));
    }

    public boolean endsWithin(long days, LocalDate today) {
        var left = daysLeft(today);
        return left.isPresent() && left.getAsLong() <= days;
    }

    /** Whole days since somebody looked; empty when nobody did. */
    public OptionalLong daysUnseen(Instant now) {
        return confirmed == null
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Math.max(0, Duration.between(confirmed.at(), now).toDays()));
    }
}
