package vn.ocopmarket.storefront.wording.mongo;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import vn.ocopmarket.storefront.wording.domain.WordGroup;
import vn.ocopmarket.storefront.wording.domain.Wording;
import vn.ocopmarket.storefront.wording.domain.Wording.Act;
import vn.ocopmarket.storefront.wording.domain.Wording.Deed;
import vn.ocopmarket.storefront.wording.domain.Wording.Shipped;
import vn.ocopmarket.storefront.wording.domain.Wording.State;

/** Groups as documents, both ways; what came with the market is not written again, only what was done to it. */
final class WordingDocuments {

    private static final String SHIPPED = "shipped";

    private WordingDocuments() {}

    static Document write(Wording wording) {
        var document = new Document("_id", wording.id())
                .append("version", wording.version())
                .append("state", wording.state().name())
                .append(
                        "deeds",
                        wording.deeds().stream().map(WordingDocuments::write).toList());
        var shipped = wording.shipped();
        if (shipped != null) {
            return document.append(SHIPPED, shipped.key());
        }
        var group = wording.group();
        return document.append("words", group.words())
                .append("region", group.region())
                .append("trade", group.trade())
                .append("note", group.note());
    }

    static Wording read(Document document) {
        var key = document.getString(SHIPPED);
        var group = key == null
                ? new WordGroup(
                        document.getList("words", String.class),
                        document.getString("region"),
                        document.getString("trade"),
                        document.getString("note"))
                : new WordGroup(List.of(), "", "", "");
        return new Wording(
                document.getString("_id"),
                document.getLong("version"),
                group,
                State.valueOf(document.getString("state")),
                key == null ? null : new Shipped(key, "", List.of(), ""),
                document.getList("deeds", Document.class).stream()
                        .map(WordingDocuments::readDeed)
                        .toList());
    }

    private static Document write(Deed deed) {
        return new Document("act", deed.act().name()).append("by", deed.by()).append("at", Date.from(deed.at()));
    }

    private static Deed readDeed(Document document) {
        return new Deed(
                Act.valueOf(document.getString("act")),
                document.getString("by"),
                document.getDate("at").toInstant());
    }
}
