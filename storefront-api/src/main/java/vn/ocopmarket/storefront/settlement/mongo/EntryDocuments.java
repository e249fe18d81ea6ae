package vn.ocopmarket.storefront.settlement.mongo;

import java.time.Instant;
import java.time.LocalDate;
import org.bson.Document;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Entry.Figures;
import vn.ocopmarket.storefront.settlement.domain.Entry.Goods;
import vn.ocopmarket.storefront.settlement.domain.Placed;
import vn.ocopmarket.storefront.settlement.domain.Seller;

/** Entries as documents, both ways; on their own and within statements. */
final class EntryDocuments {

    static final String DAY = "day";
    private static final String SOLD_ON = "soldOn";
    static final String SELLER_ID = "seller.id";

    /** Not there until a statement has it. */
    static final String STATEMENT = "statement";

    /** True until a statement has it and not there afterwards: an index holds what is there only. */
    static final String OPEN = "open";

    /** Not there in what was entered before it was kept. */
    static final String ENTERED_AT = "enteredAt";

    private EntryDocuments() {}

    static Document write(Entry entry) {
        var goods = entry.goods();
        var figures = entry.figures();
        return new Document("_id", entry.id())
                .append("kind", entry.kind().name())
                .append("seller", write(entry.seller()))
                .append("document", goods.document())
                .append("sku", goods.sku())
                .append("name", goods.name())
                .append("units", goods.units())
                .append(DAY, entry.day().toString())
                .append(SOLD_ON, entry.soldOn().toString())
                .append("gross", figures.gross().amount())
                .append("paid", figures.paid().amount())
                .append("basisPoints", figures.basisPoints())
                .append("commission", figures.commission().amount());
    }

    static Entry read(Document stored) {
        return new Entry(
                stored.getString("_id"),
                Entry.Kind.valueOf(stored.getString("kind")),
                seller(stored.get("seller", Document.class)),
                new Goods(
                        stored.getString("document"),
                        stored.getString("sku"),
                        stored.getString("name"),
                        stored.getLong("units")),
                LocalDate.parse(stored.getString(DAY)),
                LocalDate.parse(stored.get(SOLD_ON, stored.getString(DAY))),
                new Figures(
                        money(stored, "gross"),
                        money(stored, "paid"),
                        stored.getInteger("basisPoints"),
                        money(stored, "commission")));
    }

    static Placed placed(Document stored) {
        var enteredAt = stored.getDate(ENTERED_AT);
        return new Placed(
                read(stored),
                stored.getBoolean(OPEN, false),
                stored.getString(STATEMENT),
                enteredAt == null ? Instant.EPOCH : enteredAt.toInstant());
    }

    static Document write(Seller seller) {
        return new Document("id", seller.id()).append("name", seller.name()).append("kind", seller.kind());
    }

    static Seller seller(Document stored) {
        return new Seller(stored.getString("id"), stored.getString("name"), stored.getString("kind"));
    }

    static Money money(Document stored, String field) {
        return Money.dong(stored.getLong(field));
    }
}
