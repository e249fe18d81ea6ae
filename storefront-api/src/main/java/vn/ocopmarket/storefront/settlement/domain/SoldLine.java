package vn.ocopmarket.storefront.settlement.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.settlement.domain.Entry.Figures;
import vn.ocopmarket.storefront.settlement.domain.Entry.Goods;
import vn.ocopmarket.storefront.settlement.domain.Entry.Kind;

/**
 * A line of an order that was paid and delivered, or what of it was one owner's, as it is to be settled.
 *
 * @param orderId beside the number, because ids of entries outlive numbers
 * @param unitPrice the producer's
 * @param paid for all of it
 * @param soldOn the day on which both goods and money had arrived
 * @param basisPoints of the commission on that day
 */
public record SoldLine(
        String orderId,
        Goods goods,
        Ownership ownership,
        Seller seller,
        Money unitPrice,
        Money paid,
        LocalDate soldOn,
        int basisPoints) {

    /** The id of the entry of the sale. */
    public static String saleId(Ownership ownership, String orderId, String sku) {
        return Entry.id(ownership, "sale:" + orderId + ":" + sku);
    }

    /** The id of the entry of what went back with a refund. */
    public static String backId(Ownership ownership, String orderId, String refundId, String sku) {
        return Entry.id(ownership, "back:" + orderId + ":" + refundId + ":" + sku);
    }

    /** Some units of it that went back, in the order in which they were set aside. */
    public record Back(String refundId, long units, Money amount, boolean done, LocalDate day) {

        Back part(long some, Money ofAmount) {
            return new Back(refundId, some, ofAmount, done, day);
        }
    }

    /** The sale, and what of it went back by now. What is still on its way back is entered when it has arrived. */
    public List<Entry> entries(List<Back> backs) {
        var entries = new ArrayList<Entry>();
        entries.add(sale());
        long units = 0;
        for (var back : backs) {
            if (back.done()) {
                entries.add(refund(back, units));
            }
            units += back.units();
        }
        return entries;
    }

    private Entry sale() {
        var gross = unitPrice.times(goods.units());
        var figures = new Figures(gross, paid, basisPoints, Money.dong(commission(goods.units())));
        var kind = ownership.isOwned() ? Kind.OWNED_SALE : Kind.SALE;
        return new Entry(saleId(ownership, orderId, goods.sku()), kind, seller, goods, soldOn, figures);
    }

    /** The commission that goes back with it is what was taken for just these units, so all of it goes back at the end. */
    private Entry refund(Back back, long unitsBefore) {
        var figures = new Figures(
                Money.ZERO.minus(unitPrice.times(back.units())),
                Money.ZERO.minus(back.amount()),
                basisPoints,
                Money.dong(commission(unitsBefore) - commission(unitsBefore + back.units())));
        var what = new Goods(goods.document(), goods.sku(), goods.name(), -back.units());
        var id = backId(ownership, orderId, back.refundId(), goods.sku());
        var kind = ownership.isOwned() ? Kind.OWNED_REFUND : Kind.REFUND;
        // What went back before it was delivered counts when it is sold, not in the month before.
        var day = back.day().isBefore(soldOn) ? soldOn : back.day();
        return new Entry(id, kind, seller, what, day, soldOn, figures);
    }

    private long commission(long units) {
        return Parts.of(unitPrice.times(units).amount(), basisPoints);
    }
}
