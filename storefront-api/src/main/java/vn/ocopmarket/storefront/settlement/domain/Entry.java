package vn.ocopmarket.storefront.settlement.domain;

import java.time.LocalDate;
import java.time.Year;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.stock.Ownership;

/**
 * Units of one line that were sold, or that went back; it counts in exactly one statement, or in none when they were the
 * market's own. What went back is negative.
 *
 * @param id follows from what it is about, so that the same thing is entered once
 * @param day in Vietnam, on which both goods and money had arrived, or the money had gone back
 * @param soldOn the day of the sale; of what goes back that of the sale it lessens
 */
public record Entry(
        String id, Kind kind, Seller seller, Goods goods, LocalDate day, LocalDate soldOn, Figures figures) {

    private static final String OWNED = "owned:";

    /** Of a sale. */
    public Entry(String id, Kind kind, Seller seller, Goods goods, LocalDate day, Figures figures) {
        this(id, kind, seller, goods, day, day, figures);
    }

    /** What happened. */
    public enum Kind {
        /** An order was paid and delivered. */
        SALE,
        /** Sold over the counter. */
        COUNTER_SALE,
        REFUND,
        /** Goods that the market had bought were sold, in whatever way; nobody is owed for them. */
        OWNED_SALE,
        OWNED_REFUND;

        boolean isOwned() {
            return this == OWNED_SALE || this == OWNED_REFUND;
        }
    }

    /**
     * What was sold.
     *
     * @param document number of the order, or of the receipt
     */
    public record Goods(String document, String sku, String name, long units) {}

    /**
     * What it comes to.
     *
     * @param gross at the producer's price
     * @param paid by the buyer; what is missing to the gross was a voucher, which the market bears
     * @param basisPoints of the commission on the day of the sale, also for what goes back
     */
    public record Figures(Money gross, Money paid, int basisPoints, Money commission) {

        public Money borne() {
            return gross.minus(paid);
        }
    }

    /** The id of the order, or of the sale at a counter. */
    public String soldIn() {
        return id.split(":", -1)[isOwned() ? 2 : 1];
    }

    /** The year whose tax it is about. */
    public Year taxYear() {
        return Year.from(soldOn);
    }

    public boolean goesBack() {
        return kind == Kind.REFUND || kind == Kind.OWNED_REFUND;
    }

    /** The market had bought the goods: no statement ever has it. */
    public boolean isOwned() {
        return kind.isOwned();
    }

    /** Of the same, if it were the other owner's. */
    String otherOwnersId() {
        return isOwned() ? id.substring(OWNED.length()) : OWNED + id;
    }

    /** Goods of a line that were the market's have an entry beside those that were not. */
    static String id(Ownership ownership, String id) {
        return ownership.isOwned() ? OWNED + id : id;
    }
}
