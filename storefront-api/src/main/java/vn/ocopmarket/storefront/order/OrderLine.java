package vn.ocopmarket.storefront.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.TaxClass;

/**
 * What was ordered, as it was then.
 *
 * @param producerId whose goods it is; null in orders of the days when only the name was kept
 * @param certificate number of the certificate that held at that moment
 * @param total what is paid for all units, tax included: unit price times quantity less the discount
 * @param tax the part of the total that is tax, rounded half up once
 * @param discount what vouchers took off, in all
 * @param marks what the law attaches to it
 */
public record OrderLine(
        String sku,
        String productId,
        String slug,
        String name,
        String label,
        String producer,
        @Nullable String producerId,
        String certificate,
        int stars,
        long quantity,
        Money unitPrice,
        Money total,
        TaxClass taxClass,
        Tax tax,
        Discount discount,
        Marks marks) {

    /** Without a voucher, of a producer that is known by name only. */
    public OrderLine(
            String sku,
            String productId,
            String slug,
            String name,
            String label,
            String producer,
            String certificate,
            int stars,
            long quantity,
            Money unitPrice,
            Money total,
            TaxClass taxClass,
            Tax tax) {
        this(
                sku,
                productId,
                slug,
                name,
                label,
                producer,
                null,
                certificate,
                stars,
                quantity,
                unitPrice,
                total,
                taxClass,
                tax,
                Discount.NONE,
                Marks.NONE);
    }

    /**
     * The line without its first units, which are those that are given back first: what they cost and what is left add up to
     * exactly the line.
     */
    public OrderLine without(long units) {
        var rest = quantity - units;
        var paid = total.minus(Money.dong(ofFirst(total.amount(), units)));
        return new OrderLine(
                sku,
                productId,
                slug,
                name,
                label,
                producer,
                producerId,
                certificate,
                stars,
                rest,
                unitPrice,
                paid,
                taxClass,
                new Tax(
                        tax.basisPoints(),
                        tax.amount().minus(Money.dong(ofFirst(tax.amount().amount(), units))),
                        tax.perUnit(),
                        tax.unitsWithOneMore() - Math.min(units, tax.unitsWithOneMore())),
                new Discount(
                        unitPrice.times(rest).minus(paid),
                        discount.perUnit(),
                        Math.min(rest, discount.unitsWithOneMore())),
                marks);
    }

    /** Spread evenly, and one dong more for the first until nothing is over. */
    private long ofFirst(long amount, long units) {
        return amount / quantity * units + Math.min(units, amount % quantity);
    }

    /** What the units would cost without vouchers. */
    public Money price() {
        return total.plus(discount.amount());
    }

    /**
     * What vouchers took off a line.
     *
     * @param perUnit what one unit has of it …
     * @param unitsWithOneMore … and so many of the last units one dong more, so that the first, which are given back first,
     *     are those that cost one dong more
     */
    public record Discount(Money amount, long perUnit, long unitsWithOneMore) {

        public static final Discount NONE = new Discount(Money.ZERO, 0, 0);
    }

    /**
     * Tax inside a price.
     *
     * @param basisPoints 800 is 8 %
     * @param perUnit tax of one unit, so that parts given back add up to exactly what was paid …
     * @param unitsWithOneMore … with one dong more for so many of them
     */
    public record Tax(int basisPoints, Money amount, long perUnit, long unitsWithOneMore) {}

    /**
     * What the law attaches to goods.
     *
     * @param alcohol whether they go to nobody under 18, which is looked at when they are handed over
     * @param notices codes of the words that are shown with them
     * @param taxReason why the rate is what it is: a word of {@code tax.reason.*} in the bundles; empty in orders of before
     */
    public record Marks(boolean alcohol, List<String> notices, String taxReason) {

        public static final Marks NONE = new Marks(false, List.of(), "");

        public Marks {
            notices = List.copyOf(notices);
        }
    }
}
