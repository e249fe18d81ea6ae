package vn.ocopmarket.storefront.settlement.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something that does not hold.
 *
 * @param month of the statement it is about; empty for what is open, and for what is about no month
 * @param about id or number of what it is about
 * @param why what went wrong, in the words of a program; null where the figures say it
 */
public record Finding(
        String month,
        Rule rule,
        String about,
        long expected,
        long found,
        @Nullable String why) {

    /** One whose figures say it. */
    public Finding(String month, Rule rule, String about, long expected, long found) {
        this(month, rule, about, expected, found, null);
    }

    /** What has to hold. */
    public enum Rule {
        /** What buyers paid for goods less what went back = sales + refunds − vouchers. */
        MONEY,
        /** Entries of an order come to what its buyer paid. */
        SALE_IS_PAID,
        /** An entry is what its order says. */
        ENTRY_IS_SOLD,
        /** A document can be read. */
        READABLE,
        /** What was sold can be entered. */
        NOT_ENTERED,
        /** There are as many entries as were sold and went back. */
        NOTHING_ELSE,
        /** An entry is open, or in one statement. */
        IN_ONE_PLACE,
        /** A statement is what its entries come to. */
        STATEMENT_ADDS_UP,
        /** A statement begins with what the one before carried forward. */
        DEBT_IS_CARRIED,
        /** A month is what its statements come to. */
        MONTH_ADDS_UP
    }
}
