package vn.ocopmarket.storefront.stockcount.mongo;

import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.stockcount.domain.CountLine;
import vn.ocopmarket.storefront.stockcount.domain.CountLine.Look;
import vn.ocopmarket.storefront.stockcount.domain.CountedLot;
import vn.ocopmarket.storefront.stockcount.domain.StockCount;
import vn.ocopmarket.storefront.stockcount.domain.StockCount.State;

/** How a count is stored. */
final class CountDocuments {

    /** How many there are in all lines. */
    static final String LOOKS = "looks";

    private CountDocuments() {}

    /** A new one, without lines. */
    static Document document(StockCount count) {
        return new Document("_id", count.id())
                .append("location", count.location())
                .append("openLocation", count.location())
                .append("state", count.state().name())
                .append("booking", false)
                .append("lines", List.of())
                .append(LOOKS, 0L)
                .append("startedBy", count.startedBy())
                .append("startedAt", Date.from(count.startedAt()))
                .append("steppedAt", Date.from(count.startedAt()));
    }

    static Document document(Look look) {
        return new Document("id", look.id())
                .append("counted", look.counted())
                .append("expected", look.expected())
                .append("by", look.by())
                .append("at", Date.from(look.at()));
    }

    static StockCount count(Document document) {
        return new StockCount(
                document.getString("_id"),
                document.getString("location"),
                State.valueOf(document.getString("state")),
                document.getList("lines", Document.class, List.of()).stream()
                        .map(CountDocuments::line)
                        .toList(),
                document.getString("startedBy"),
                document.getDate("startedAt").toInstant(),
                document.getString("approvedBy"),
                Set.copyOf(document.getList("blocked", String.class, List.of())));
    }

    private static CountLine line(Document document) {
        return new CountLine(
                new CountedLot(
                        document.getString("sku"),
                        document.getString("lot"),
                        Ownership.of(document.getString("ownership"))),
                document.getList("looks", Document.class).stream()
                        .map(CountDocuments::look)
                        .toList());
    }

    private static Look look(Document document) {
        return new Look(
                document.getString("id"),
                number(document, "counted"),
                number(document, "expected"),
                document.getString("by"),
                document.getDate("at").toInstant());
    }

    private static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
