package vn.ocopmarket.catalog.product.mongo;

import com.mongodb.client.model.Updates;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.ocopmarket.catalog.DeedDocuments;
import vn.ocopmarket.catalog.PlaceDocuments;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.catalog.product.Plans.Planned;
import vn.ocopmarket.catalog.product.Products.Keys;

/** What is planned of products, and the producers that come with them, as documents and back. */
final class PlanDocuments {

    static final String PLAN = "plan";
    static final String ROW = "row";
    static final String BASE = "base";
    static final String KEYS = "keys";
    static final String SUPERSEDES = "supersedes";
    static final String PLANNED_AT = "plannedAt";

    private static final String AFTER = "after";

    private PlanDocuments() {}

    static String id(String planId, String productId) {
        return planId + '|' + productId;
    }

    static String id(String planId, Planned planned) {
        return id(planId, planned.after().record().id());
    }

    static String id(String planId, KnownProducer producer) {
        return producerId(planId, producer.record().id());
    }

    static String producerId(String planId, String id) {
        return planId + "|producer|" + id;
    }

    static String slugKey(String planId, String slug) {
        return planId + "|slug " + slug;
    }

    static List<String> keys(String planId, Keys keys) {
        return Stream.of(
                        keys.identities().stream().map(identity -> "|name " + identity),
                        keys.skus().stream().map(sku -> "|sku " + sku),
                        keys.gtins().stream().map(gtin -> "|gtin " + gtin))
                .flatMap(all -> all)
                .map(planId::concat)
                .toList();
    }

    static Bson update(String planId, Planned planned, Date now) {
        var after = planned.after();
        var fields =
                ProductDocuments.toFields(after).append("_id", after.record().id());
        fields.remove(ProductDocuments.HISTORY);
        return Updates.combine(
                Updates.setOnInsert(new Document(PLAN, planId)
                        .append(BASE, planned.base())
                        .append(ROW, planned.rows().getFirst())
                        .append(PLANNED_AT, now)),
                new Document(
                        "$set",
                        new Document(AFTER, fields)
                                .append(KEYS, keys(planId, planned))
                                .append("changes", DeedDocuments.toDocuments(planned.changes()))
                                .append("superseded", planned.superseded())
                                .append(SUPERSEDES, !planned.superseded().isEmpty())),
                // Whoever lost the claim after this write has the next one plan the same rows again.
                Updates.addEachToSet("rows", planned.rows()));
    }

    private static List<String> keys(String planId, Planned planned) {
        var record = planned.after().record();
        return Stream.of(
                        planned.after().identities().stream().map(identity -> planId + "|name " + identity),
                        record.variants().stream().map(variant -> planId + "|sku " + variant.sku()),
                        record.variants().stream()
                                .map(variant -> variant.gtin())
                                .filter(Objects::nonNull)
                                .map(gtin -> planId + "|gtin " + gtin),
                        Stream.of(slugKey(planId, record.slug())))
                .flatMap(all -> all)
                .toList();
    }

    static Planned toPlanned(Document document) {
        return new Planned(
                document.getLong(BASE),
                ProductDocuments.fromDocument(document.get(AFTER, Document.class)),
                document.getList("rows", Integer.class),
                DeedDocuments.toChanges(document.getList("changes", Document.class)),
                document.getList("superseded", String.class));
    }

    /** Producers have no row, so that pages of products pass them over. */
    static Bson update(String planId, KnownProducer producer, Date now) {
        var record = producer.record();
        return Updates.setOnInsert(new Document(PLAN, planId)
                .append(PLANNED_AT, now)
                .append("name", record.name())
                .append("kind", record.kind())
                .append("place", PlaceDocuments.toDocument(Objects.requireNonNull(record.place()))));
    }

    static KnownProducer toProducer(Document document) {
        return KnownProducer.named(
                document.getString("name"),
                document.getString("kind"),
                PlaceDocuments.fromDocument(document.get("place", Document.class)));
    }
}
