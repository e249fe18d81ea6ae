package vn.ocopmarket.storefront.pos.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.pos.domain.BookingDecision.AgeNotConfirmed;
import vn.ocopmarket.storefront.pos.domain.BookingDecision.NothingScanned;
import vn.ocopmarket.storefront.pos.domain.BookingDecision.PricesChanged;
import vn.ocopmarket.storefront.pos.domain.BookingDecision.TooLittleCash;

/**
 * Goods on the counter, not paid yet.
 *
 * @param recentScans ids of the last scans, so that one that is sent twice counts once
 * @param attempts how many times booking it was tried
 */
public record Draft(String id, long version, Till till, List<SaleLine> lines, List<String> recentScans, int attempts)
        implements Sale {

    private static final int REMEMBERED_SCANS = 20;
    private static final long MOST_OF_ONE = 9_999;

    public Draft {
        lines = List.copyOf(lines);
        recentScans = List.copyOf(recentScans);
    }

    public static Draft begin(String id, Till till) {
        return new Draft(id, 0, till, List.of(), List.of(), 0);
    }

    public long quantityOf(String sku) {
        return SaleLines.find(lines, sku).map(SaleLine::quantity).orElse(0L);
    }

    public boolean needsAge() {
        return lines.stream().anyMatch(SaleLine::alcohol);
    }

    public boolean hasScan(String scanId) {
        return recentScans.contains(scanId);
    }

    /** Adds what was scanned; the same scan again changes nothing. */
    public Draft scan(SaleLine scanned, String scanId) {
        if (hasScan(scanId)) {
            return this;
        }
        var scans = Stream.concat(recentScans.stream(), Stream.of(scanId)).toList();
        var kept = scans.subList(Math.max(0, scans.size() - REMEMBERED_SCANS), scans.size());
        return new Draft(id, version + 1, till, SaleLines.plus(lines, scanned), kept, attempts);
    }

    /** Sets how many; none takes the line away. */
    public Draft withQuantity(String sku, long quantity) {
        return withLines(SaleLines.withQuantity(lines, sku, Math.min(quantity, MOST_OF_ONE)));
    }

    /** With the prices that hold now. */
    public Draft withPrices(Map<String, Money> prices) {
        return withLines(lines.stream()
                .map(line -> line.withPrice(prices.getOrDefault(line.sku(), line.price())))
                .toList());
    }

    /**
     * Takes the cash and goes on to booking, or says why not. That every line may be sold today has been asked before.
     *
     * @param prices that hold now, by SKU
     */
    public BookingDecision book(Cash cash, boolean ageConfirmed, Map<String, Money> prices) {
        if (lines.isEmpty()) {
            return new NothingScanned();
        }
        var atTodaysPrices = withPrices(prices);
        if (!atTodaysPrices.lines().equals(lines)) {
            return new PricesChanged(atTodaysPrices);
        }
        if (needsAge() && !ageConfirmed) {
            return new AgeNotConfirmed();
        }
        if (cash.given().compareTo(total()) < 0) {
            return new TooLittleCash(total().minus(cash.given()));
        }
        return new BookingDecision.Agreed(new Booking(id, version + 1, till, lines, cash, attempts + 1));
    }

    private Draft withLines(List<SaleLine> other) {
        return other.equals(lines) ? this : new Draft(id, version + 1, till, other, recentScans, attempts);
    }
}
