package vn.ocopmarket.storefront.settlement.mongo;

import static vn.ocopmarket.storefront.settlement.mongo.EntryDocuments.money;

import java.time.Year;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.settlement.domain.Account;
import vn.ocopmarket.storefront.settlement.domain.Period;
import vn.ocopmarket.storefront.settlement.domain.Statement;
import vn.ocopmarket.storefront.settlement.domain.Statement.Head;
import vn.ocopmarket.storefront.settlement.domain.Sums;
import vn.ocopmarket.storefront.settlement.domain.Totals;
import vn.ocopmarket.storefront.settlement.domain.Withholding.Kept;

/** Statements and periods as documents, both ways. */
final class StatementDocuments {

    static final String SELLER = "seller.id";
    static final String PERIOD = "period";
    static final String ENTRIES = "entries";
    private static final String TURNOVER = "turnover";
    static final String CLOSING = "closing";
    static final String TROUBLES = "troubles";

    /** The month before it; of the first of all an empty text, so that there is one first too. */
    static final String AFTER = "after";

    private StatementDocuments() {}

    static Document write(Statement statement) {
        var head = statement.head();
        var account = head.account();
        return write(account.sums(), account.taxes())
                .append("_id", head.id())
                .append(PERIOD, head.period().toString())
                .append("seller", EntryDocuments.write(head.seller()))
                .append("count", head.entries())
                .append("broughtForward", account.broughtForward().amount())
                .append(TURNOVER, turnover(account))
                .append("closedAt", Date.from(head.closedAt()))
                .append(
                        ENTRIES,
                        statement.entries().stream().map(EntryDocuments::write).toList());
    }

    static Statement statement(Document stored) {
        return new Statement(
                head(stored),
                stored.getList(ENTRIES, Document.class).stream()
                        .map(EntryDocuments::read)
                        .toList());
    }

    static Head head(Document stored) {
        return new Head(
                stored.getString("_id"),
                YearMonth.parse(stored.getString(PERIOD)),
                EntryDocuments.seller(stored.get("seller", Document.class)),
                stored.getInteger("count"),
                new Account(sums(stored), taxes(stored), money(stored, "broughtForward"), turnover(stored)),
                stored.getDate("closedAt").toInstant());
    }

    private static Document turnover(Account account) {
        var years = new Document();
        account.turnover().forEach((year, amount) -> years.append(year.toString(), amount.amount()));
        return years;
    }

    /** Older statements counted everything for the year of their month. */
    private static Map<Year, Money> turnover(Document stored) {
        var years = stored.get(TURNOVER, Document.class);
        if (years == null) {
            var year = Year.of(YearMonth.parse(stored.getString(PERIOD)).getYear());
            return Map.of(year, sums(stored).turnover());
        }
        return years.keySet().stream().collect(Collectors.toMap(Year::parse, year -> money(years, year)));
    }

    static Document write(Period period) {
        return new Document("_id", period.month().toString())
                .append(AFTER, after(period.after()))
                .append("sellers", period.sellers())
                .append("begunAt", Date.from(period.begunAt()));
    }

    static String after(@Nullable YearMonth month) {
        return month == null ? "" : month.toString();
    }

    static Period period(Document stored) {
        var closing = stored.get(CLOSING, Document.class);
        var after = stored.get(AFTER, "");
        return new Period(
                YearMonth.parse(stored.getString("_id")),
                after.isEmpty() ? null : YearMonth.parse(after),
                stored.getList("sellers", String.class),
                stored.getDate("begunAt").toInstant(),
                stored.getList(TROUBLES, Document.class, List.of()).stream()
                        .map(StatementDocuments::trouble)
                        .toList(),
                closing == null ? null : closing(closing));
    }

    static Document write(Period.Trouble trouble) {
        return new Document("seller", trouble.sellerId())
                .append("name", trouble.name())
                .append("why", trouble.why());
    }

    private static Period.Trouble trouble(Document stored) {
        return new Period.Trouble(stored.getString("seller"), stored.getString("name"), stored.getString("why"));
    }

    static Document write(Period.Closing closing) {
        var totals = closing.totals();
        return write(totals.sums(), totals.taxes())
                .append("at", Date.from(closing.at()))
                .append("statements", totals.statements())
                .append("due", totals.due().amount());
    }

    private static Period.Closing closing(Document stored) {
        return new Period.Closing(
                stored.getDate("at").toInstant(),
                new Totals(stored.getInteger("statements"), sums(stored), taxes(stored), money(stored, "due")));
    }

    private static Document write(Sums sums, Kept taxes) {
        return new Document("sales", sums.sales().amount())
                .append("refunds", sums.refunds().amount())
                .append("paid", sums.paid().amount())
                .append("commission", sums.commission().amount())
                .append("vat", taxes.vat().amount())
                .append("incomeTax", taxes.incomeTax().amount());
    }

    private static Sums sums(Document stored) {
        return new Sums(
                money(stored, "sales"), money(stored, "refunds"), money(stored, "paid"), money(stored, "commission"));
    }

    private static Kept taxes(Document stored) {
        return new Kept(money(stored, "vat"), money(stored, "incomeTax"));
    }
}
