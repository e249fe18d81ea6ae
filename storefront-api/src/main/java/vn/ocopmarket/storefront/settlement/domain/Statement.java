package vn.ocopmarket.storefront.settlement.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.settlement.domain.Withholding.Kept;

/** What one producer gets for one period; written once and never changed. */
public record Statement(Head head, List<Entry> entries) {

    public Statement {
        entries = List.copyOf(entries);
    }

    /** A statement without its entries. */
    public record Head(String id, YearMonth period, Seller seller, int entries, Account account, Instant closedAt) {}

    /**
     * What was settled with the producer before.
     *
     * @param turnover by the calendar year in which it was sold
     * @param broughtForward from the last statement of any year
     * @param kind legal form in the last statement; empty when it was not known
     */
    public record History(Map<Year, Money> turnover, Money broughtForward, String kind) {

        public static final History NONE = new History(Map.of(), Money.ZERO, "");

        public History {
            turnover = Map.copyOf(turnover);
        }
    }

    public static String id(YearMonth period, String sellerId) {
        return period + ":" + sellerId;
    }

    /** The period of the statement with this id. */
    static String month(String id) {
        return id.substring(0, id.indexOf(':'));
    }

    /** The producer of the statement with this id. */
    static String seller(String id) {
        return id.substring(id.indexOf(':') + 1);
    }

    /** @param taxes that hold on the last day of the period, and on that of earlier years of which something comes late */
    public static Statement of(
            YearMonth period, List<Entry> entries, History history, Withholding taxes, Instant closedAt) {
        var seller = seller(entries, history.kind());
        var turnover = Sums.turnoverByYear(entries);
        var kept = Kept.NOTHING;
        for (var sold : turnover.entrySet()) {
            var before = history.turnover().getOrDefault(sold.getKey(), Money.ZERO);
            kept = kept.plus(taxes.on(lastDay(period, sold.getKey()), seller.kind(), before, sold.getValue()));
        }
        var account = new Account(Sums.of(entries), kept, history.broughtForward(), turnover);
        return new Statement(
                new Head(id(period, seller.id()), period, seller, entries.size(), account, closedAt), entries);
    }

    /** What was sold in an earlier year is taxed as that year was. */
    private static LocalDate lastDay(YearMonth period, Year sold) {
        var end = period.atEndOfMonth();
        return sold.getValue() < end.getYear() ? sold.atMonth(Month.DECEMBER).atEndOfMonth() : end;
    }

    /** The latest entry has the present name, and the latest that knows it the legal form. */
    private static Seller seller(List<Entry> entries, String kindBefore) {
        var last = entries.getLast().seller();
        var kind = entries.reversed().stream()
                .map(entry -> entry.seller().kind())
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse(kindBefore);
        return new Seller(last.id(), last.name(), kind);
    }
}
