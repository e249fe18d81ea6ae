package vn.ocopmarket.catalog.product.mongo;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.DeedDocuments;
import vn.ocopmarket.catalog.PlaceDocuments;
import vn.ocopmarket.catalog.StoryDocuments;
import vn.ocopmarket.catalog.VariantDocuments;
import vn.ocopmarket.catalog.certification.CertifiedGroup;
import vn.ocopmarket.catalog.history.KeptHistory;
import vn.ocopmarket.catalog.product.CatalogProduct;
import vn.ocopmarket.contract.product.GroupRef;
import vn.ocopmarket.contract.product.ProducerRef;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;

/** Products as documents and back. */
final class ProductDocuments {

    static final String SKUS = "skus";
    static final String GTINS = "gtins";
    static final String HISTORY = "history";
    static final String REMOVED = "removed";

    private ProductDocuments() {}

    /** All fields but {@code _id} and the outbox. Fields of sparse indexes are left out rather than empty. */
    static Document toFields(CatalogProduct product) {
        var record = product.record();
        var gtins = record.variants().stream()
                .map(Variant::gtin)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
        var fields = new Document("revision", record.revision())
                .append("slug", record.slug())
                .append("identities", product.identities().stream().sorted().toList())
                .append("certifiedGroup", toDocument(product.certifiedGroup()))
                .append("name", record.name())
                .append("producer", toDocument(record.producer()))
                .append("place", PlaceDocuments.toDocument(record.place()))
                .append("group", toDocument(record.group()))
                .append(
                        "certificates",
                        record.certificates().stream()
                                .map(CertificateDocuments::toDocument)
                                .toList())
                .append(
                        "variants",
                        record.variants().stream()
                                .map(VariantDocuments::toDocument)
                                .toList())
                .append("story", record.story())
                .append("narrative", StoryDocuments.toDocument(record.narrative()))
                .append("media", StoryDocuments.toDocuments(record.media()))
                .append("alcoholTenths", record.alcoholTenths())
                .append("traceUrl", record.traceUrl())
                .append("notices", record.notices())
                .append("sample", record.sample())
                .append("dossier", DossierDocuments.toDocument(record.dossier()))
                .append(
                        HISTORY,
                        KeptHistory.inside(product.history()).stream()
                                .map(DeedDocuments::toDocument)
                                .toList())
                .append("createdAt", Date.from(record.createdAt()))
                .append("updatedAt", Date.from(record.updatedAt()));
        if (product.removed()) {
            fields.append(REMOVED, true);
        }
        putUnlessEmpty(
                fields, SKUS, record.variants().stream().map(Variant::sku).toList());
        putUnlessEmpty(fields, GTINS, gtins);
        return fields;
    }

    private static void putUnlessEmpty(Document fields, String name, List<String> values) {
        if (!values.isEmpty()) {
            fields.append(name, values);
        }
    }

    static CatalogProduct fromDocument(Document document) {
        var group = document.get("certifiedGroup", Document.class);
        return new CatalogProduct(
                toRecord(document),
                Set.copyOf(document.getList("identities", String.class)),
                group == null ? null : new CertifiedGroup(group.getString("version"), group.getString("words")),
                DeedDocuments.fromDocuments(document.getList(HISTORY, Document.class, List.of())),
                document.getBoolean(REMOVED, false));
    }

    static ProductRecord toRecord(Document document) {
        return new ProductRecord(
                document.getString("_id"),
                document.getLong("revision"),
                document.getString("slug"),
                document.getString("name"),
                toProducer(document.get("producer", Document.class)),
                PlaceDocuments.fromDocument(document.get("place", Document.class)),
                toGroup(document.get("group", Document.class)),
                document.getList("certificates", Document.class).stream()
                        .map(CertificateDocuments::fromDocument)
                        .toList(),
                document.getList("variants", Document.class).stream()
                        .map(VariantDocuments::fromDocument)
                        .toList(),
                document.getString("story"),
                StoryDocuments.toMedia(document.getList("media", Document.class)),
                document.getInteger("alcoholTenths"),
                document.getString("traceUrl"),
                document.getList("notices", String.class),
                document.getBoolean("sample"),
                document.getDate("createdAt").toInstant(),
                document.getDate("updatedAt").toInstant(),
                DossierDocuments.toDossier(document.get("dossier", Document.class)),
                StoryDocuments.toStory(document.get("narrative", Document.class)));
    }

    private static @Nullable Document toDocument(@Nullable CertifiedGroup group) {
        return group == null ? null : new Document("version", group.version()).append("words", group.words());
    }

    private static Document toDocument(ProducerRef producer) {
        return new Document("id", producer.id())
                .append("slug", producer.slug())
                .append("name", producer.name())
                .append("kind", producer.kind());
    }

    private static ProducerRef toProducer(Document document) {
        return new ProducerRef(
                document.getString("id"),
                document.getString("slug"),
                document.getString("name"),
                document.getString("kind"));
    }

    private static Document toDocument(GroupRef group) {
        return new Document("code", group.code())
                .append("name", group.name())
                .append("nameEn", group.nameEn())
                .append("branchCode", group.branchCode())
                .append("branchName", group.branchName())
                .append("branchNameEn", group.branchNameEn());
    }

    private static GroupRef toGroup(Document document) {
        return new GroupRef(
                document.getString("code"),
                document.getString("name"),
                document.getString("nameEn"),
                document.getString("branchCode"),
                document.getString("branchName"),
                document.getString("branchNameEn"));
    }
}
