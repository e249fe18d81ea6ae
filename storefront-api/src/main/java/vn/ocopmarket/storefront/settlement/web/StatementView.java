package vn.ocopmarket.storefront.settlement.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.settlement.domain.Account;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Seller;
import vn.ocopmarket.storefront.settlement.domain.Statement;

/** A statement as programs and pages see it. */
record StatementView(String id, String period, Seller producer, Figures figures, Instant closedAt, List<Line> lines) {

    /**
     * What it comes to.
     *
     * @param refunds negative
     * @param borne vouchers, which the market bears
     * @param carriedForward what the producer owes the next statement; negative
     */
    record Figures(
            Money sales,
            Money refunds,
            Money borne,
            Money paid,
            Money commission,
            Money vat,
            Money incomeTax,
            Money broughtForward,
            Money due,
            Money carriedForward) {

        static Figures of(Account account) {
            var sums = account.sums();
            var taxes = account.taxes();
            return new Figures(
                    sums.sales(),
                    sums.refunds(),
                    sums.borne(),
                    sums.paid(),
                    sums.commission(),
                    taxes.vat(),
                    taxes.incomeTax(),
                    account.broughtForward(),
                    account.due(),
                    account.carriedForward());
        }
    }

    /** @param document number of the order or the receipt */
    record Line(
            String kind,
            LocalDate day,
            String document,
            String sku,
            String name,
            long units,
            Money gross,
            Money paid,
            int basisPoints,
            Money commission) {

        static Line of(Entry entry) {
            var goods = entry.goods();
            var figures = entry.figures();
            return new Line(
                    entry.kind().name(),
                    entry.day(),
                    goods.document(),
                    goods.sku(),
                    goods.name(),
                    goods.units(),
                    figures.gross(),
                    figures.paid(),
                    figures.basisPoints(),
                    figures.commission());
        }
    }

    static StatementView of(Statement statement) {
        return of(statement.head(), statement.entries().stream().map(Line::of).toList());
    }

    /** Without its lines. */
    static StatementView of(Statement.Head head) {
        return of(head, List.of());
    }

    private static StatementView of(Statement.Head head, List<Line> lines) {
        return new StatementView(
                head.id(), head.period().toString(), head.seller(), Figures.of(head.account()), head.closedAt(), lines);
    }
}
