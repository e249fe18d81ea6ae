package vn.ocopmarket.catalog.producer.mongo;

import java.util.List;
import java.util.Set;
import org.bson.Document;
import vn.ocopmarket.catalog.DeedDocuments;
import vn.ocopmarket.catalog.PlaceDocuments;
import vn.ocopmarket.catalog.history.KeptHistory;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.contract.product.ProducerRecord;

/** Producers as documents and back. */
final class ProducerDocuments {

    static final String REMOVED = "removed";

    private static final String HISTORY = "history";

    private ProducerDocuments() {}

    static Document toDocument(KnownProducer producer) {
        var record = producer.record();
        return new Document("_id", record.id())
                .append("revision", record.revision())
                .append("slug", record.slug())
                .append("identities", List.copyOf(producer.identities()))
                .append("provinceCode", producer.provinceCode())
                .append("name", record.name())
                .append("kind", record.kind())
                .append("place", record.place() == null ? null : PlaceDocuments.toDocument(record.place()))
                .append("gln", record.gln())
                .append("about", record.about())
                .append(
                        HISTORY,
                        KeptHistory.inside(producer.history()).stream()
                                .map(DeedDocuments::toDocument)
                                .toList())
                .append(REMOVED, producer.removed());
    }

    static KnownProducer fromDocument(Document document) {
        var place = document.get("place", Document.class);
        var record = new ProducerRecord(
                document.getString("_id"),
                document.getLong("revision"),
                document.getString("slug"),
                document.getString("name"),
                document.getString("kind"),
                place == null ? null : PlaceDocuments.fromDocument(place),
                document.getString("gln"),
                document.getString("about"));
        return new KnownProducer(
                record,
                document.getString("provinceCode"),
                Set.copyOf(document.getList("identities", String.class)),
                DeedDocuments.fromDocuments(document.getList(HISTORY, Document.class, List.of())),
                document.getBoolean(REMOVED, false));
    }
}
