package vn.ocopmarket.storefront.settlement.domain;

import java.time.LocalDate;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.settlement.domain.Entry.Figures;
import vn.ocopmarket.storefront.settlement.domain.Entry.Goods;
import vn.ocopmarket.storefront.settlement.domain.Entry.Kind;

/** A line that was sold over the counter, or what of it was one owner's; nothing of it goes back. */
public record CounterLine(
        String saleId, Goods goods, Ownership ownership, Seller seller, Money paid, LocalDate soldOn, int basisPoints) {

    /** The id of its entry. */
    public static String id(Ownership ownership, String saleId, String sku) {
        return Entry.id(ownership, "counter:" + saleId + ":" + sku);
    }

    public Entry entry() {
        var commission = Money.dong(Parts.of(paid.amount(), basisPoints));
        var id = id(ownership, saleId, goods.sku());
        var kind = ownership.isOwned() ? Kind.OWNED_SALE : Kind.COUNTER_SALE;
        return new Entry(id, kind, seller, goods, soldOn, new Figures(paid, paid, basisPoints, commission));
    }
}
