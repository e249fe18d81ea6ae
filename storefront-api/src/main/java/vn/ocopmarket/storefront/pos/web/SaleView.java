package vn.ocopmarket.storefront.pos.web;

import java.util.List;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.pos.domain.Draft;
import vn.ocopmarket.storefront.pos.domain.QuickCash;
import vn.ocopmarket.storefront.pos.domain.Sale;
import vn.ocopmarket.storefront.pos.domain.SaleLine;

/** The sale on the counter as the page shows it. */
record SaleView(String id, List<Line> lines, long units, String total, boolean needsAge, List<Note> notes) {

    /** One line of it, the latest first. */
    record Line(String sku, String slug, String name, String label, String price, long quantity, String total) {

        static Line of(SaleLine line) {
            return new Line(
                    line.sku(),
                    line.slug(),
                    line.name(),
                    line.label(),
                    Dong.text(line.price()),
                    line.quantity(),
                    Dong.text(line.total()));
        }
    }

    /** An amount the buyer may hand over, with the change that it makes. */
    record Note(long amount, String text, String change, boolean exact) {

        static Note of(Money given, Money total) {
            var change = given.minus(total);
            return new Note(given.amount(), Dong.text(given), Dong.text(change), change.amount() == 0);
        }
    }

    static SaleView of(Sale sale) {
        var total = sale.total();
        return new SaleView(
                sale.id(),
                sale.lines().reversed().stream().map(Line::of).toList(),
                sale.lines().stream().mapToLong(SaleLine::quantity).sum(),
                Dong.text(total),
                sale instanceof Draft draft && draft.needsAge(),
                QuickCash.of(total).stream().map(note -> Note.of(note, total)).toList());
    }
}
