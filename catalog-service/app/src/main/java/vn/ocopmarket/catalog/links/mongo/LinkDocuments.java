package vn.ocopmarket.catalog.links.mongo;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.links.WatchedLink;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.trace.LinkAnswer;
import vn.ocopmarket.contract.trace.LinkAnswer.Fault;
import vn.ocopmarket.contract.trace.LinkAnswer.State;

/** Links as documents and back. */
final class LinkDocuments {

    private LinkDocuments() {}

    /** A new address has said nothing yet. */
    static Bson anew(ProductRecord product, Instant due) {
        return combine(described(product), set("due", Date.from(due)), set("failures", 0), unset("answer"));
    }

    static Bson described(ProductRecord product) {
        return combine(
                set("url", product.traceUrl()),
                set("name", product.name()),
                set("producerId", product.producer().id()),
                set("provinceCode", product.place().provinceCode()));
    }

    static boolean sameAs(Document known, ProductRecord product) {
        return known.getString("url").equals(product.traceUrl())
                && known.getString("name").equals(product.name())
                && known.getString("producerId").equals(product.producer().id())
                && known.getString("provinceCode").equals(product.place().provinceCode());
    }

    static Document document(LinkAnswer answer) {
        var fault = answer.fault();
        return new Document("state", answer.state().name())
                .append("status", answer.status())
                .append("fault", fault == null ? null : fault.name())
                .append("checkedAt", Date.from(answer.checkedAt()))
                .append("since", Date.from(answer.since()));
    }

    static WatchedLink link(Document document) {
        var id = document.getString("_id");
        var url = document.getString("url");
        return new WatchedLink(
                id,
                document.getString("name"),
                document.getString("producerId"),
                document.getString("provinceCode"),
                url,
                answer(id, url, document.get("answer", Document.class)),
                document.getInteger("failures", 0));
    }

    private static @Nullable LinkAnswer answer(String id, String url, @Nullable Document document) {
        if (document == null) {
            return null;
        }
        var fault = document.getString("fault");
        return new LinkAnswer(
                id,
                url,
                State.valueOf(document.getString("state")),
                document.getInteger("status"),
                fault == null ? null : Fault.valueOf(fault),
                document.getDate("checkedAt").toInstant(),
                document.getDate("since").toInstant());
    }
}
