package vn.ocopmarket.storefront.order.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;

/** Reads and writes single fields of stored documents. */
final class Stored {

    private Stored() {}

    static Money money(Document stored, String field) {
        return Money.dong(number(stored, field));
    }

    static long number(Document stored, String field) {
        return stored.get(field) instanceof Number number ? number.longValue() : 0;
    }

    static Document part(Document stored, String field) {
        return stored.get(field, new Document());
    }

    static List<Document> parts(Document stored, String field) {
        return stored.getList(field, Document.class, List.of());
    }

    static @Nullable Date date(@Nullable Instant moment) {
        return moment == null ? null : Date.from(moment);
    }

    static @Nullable Instant instant(Document stored, String field) {
        var moment = stored.getDate(field);
        return moment == null ? null : moment.toInstant();
    }
}
