package vn.ocopmarket.catalog.stamp.mongo;

import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.DeedDocuments;
import vn.ocopmarket.catalog.history.KeptHistory;
import vn.ocopmarket.catalog.stamp.StampBatch;
import vn.ocopmarket.catalog.stamp.domain.Batch;
import vn.ocopmarket.catalog.stamp.domain.Counts;
import vn.ocopmarket.catalog.stamp.domain.Fate;
import vn.ocopmarket.catalog.stamp.domain.Holder;
import vn.ocopmarket.catalog.stamp.domain.Imprint;
import vn.ocopmarket.catalog.stamp.domain.Printing;
import vn.ocopmarket.catalog.stamp.domain.Span;
import vn.ocopmarket.catalog.stamp.domain.StampNote;
import vn.ocopmarket.catalog.stamp.domain.StampRange;

/**
 * Batches as documents and back. The place on the roll and the counts follow from the rest; they are there to be looked up
 * and listed by, and are written with what they follow from.
 */
final class BatchDocuments {

    static final String PROVINCE = "provinceCode";
    static final String ROLL = "roll";
    static final String FROM = "rolled.first";
    static final String TO = "rolled.last";
    static final String PRINTED_ON = "printing.on";
    static final String PRODUCT = "ranges.holder.product";
    static final List<String> LONG_PARTS = List.of("ranges", "notes", "history");

    private BatchDocuments() {}

    static Document toDocument(StampBatch kept) {
        var batch = kept.batch();
        return new Document("_id", batch.id())
                .append("revision", batch.revision())
                .append(PROVINCE, batch.provinceCode())
                .append("series", batch.imprint().series())
                .append("digits", batch.imprint().digits())
                .append("span", document(batch.span()))
                .append(ROLL, batch.imprint().stamp(0).roll())
                .append("rolled", document(batch.imprint().rolled(batch.span())))
                .append("printing", document(batch.printing()))
                .append("counts", document(batch.counts()))
                .append(
                        "ranges",
                        batch.ranges().stream().map(BatchDocuments::document).toList())
                .append(
                        "notes",
                        batch.notes().stream().map(BatchDocuments::document).toList())
                .append(
                        "history",
                        KeptHistory.inside(kept.history()).stream()
                                .map(DeedDocuments::toDocument)
                                .toList());
    }

    static StampBatch fromDocument(Document document) {
        return new StampBatch(
                toBatch(document), DeedDocuments.fromDocuments(document.getList("history", Document.class)));
    }

    /** Without ranges and notes when they were not read. */
    static Batch toBatch(Document document) {
        return new Batch(
                document.getString("_id"),
                document.getLong("revision"),
                document.getString(PROVINCE),
                new Imprint(document.getString("series"), document.getInteger("digits")),
                toSpan(document.get("span", Document.class)),
                toPrinting(document.get("printing", Document.class)),
                document.getList("ranges", Document.class, List.of()).stream()
                        .map(BatchDocuments::toRange)
                        .toList(),
                document.getList("notes", Document.class, List.of()).stream()
                        .map(BatchDocuments::toNote)
                        .toList());
    }

    static Counts toCounts(Document document) {
        return new Counts(
                document.getLong("printed"),
                document.getLong("given"),
                document.getLong("waiting"),
                document.getLong("used"),
                document.getLong("lost"),
                document.getLong("destroyed"),
                document.getLong("voided"),
                document.getLong("left"));
    }

    static Document document(Span span) {
        return new Document("first", span.first()).append("last", span.last());
    }

    static Span toSpan(Document document) {
        return new Span(document.getLong("first"), document.getLong("last"));
    }

    private static Document document(Printing printing) {
        return new Document("issuer", printing.issuer())
                .append("order", printing.order())
                .append("design", printing.design())
                .append("on", printing.on().toString());
    }

    private static Printing toPrinting(Document document) {
        return new Printing(
                document.getString("issuer"), document.getString("order"), document.getString("design"), day(document));
    }

    private static Document document(Counts counts) {
        return new Document("printed", counts.printed())
                .append("given", counts.given())
                .append("waiting", counts.waiting())
                .append("used", counts.used())
                .append("lost", counts.lost())
                .append("destroyed", counts.destroyed())
                .append("voided", counts.voided())
                .append("left", counts.left());
    }

    private static Document document(StampRange range) {
        var holder = new Document("product", range.holder().product())
                .append("name", range.holder().name())
                .append("producer", range.holder().producer())
                .append("producerName", range.holder().producerName())
                .append("certificate", range.holder().certificate());
        return new Document("id", range.id())
                .append("span", document(range.span()))
                .append("holder", holder)
                .append("on", range.on().toString())
                .append("by", range.by())
                .append(
                        "returned",
                        range.returned().stream().map(BatchDocuments::document).toList());
    }

    private static StampRange toRange(Document document) {
        var holder = document.get("holder", Document.class);
        return new StampRange(
                document.getString("id"),
                toSpan(document.get("span", Document.class)),
                new Holder(
                        holder.getString("product"),
                        holder.getString("name"),
                        holder.getString("producer"),
                        holder.getString("producerName"),
                        holder.getString("certificate")),
                day(document),
                document.getString("by"),
                document.getList("returned", Document.class).stream()
                        .map(BatchDocuments::toSpan)
                        .toList());
    }

    private static Document document(StampNote note) {
        var earlier = note.earlier();
        return new Document("span", document(note.span()))
                .append("fate", note.fate().name())
                .append("lot", note.lot())
                .append("reason", note.reason())
                .append("on", note.on().toString())
                .append("earlier", earlier == null ? null : document(earlier));
    }

    private static StampNote toNote(Document document) {
        @Nullable String lot = document.getString("lot");
        @Nullable Document earlier = document.get("earlier", Document.class);
        return new StampNote(
                toSpan(document.get("span", Document.class)),
                Fate.valueOf(document.getString("fate")),
                lot,
                document.getString("reason"),
                day(document),
                earlier == null ? null : toNote(earlier));
    }

    private static LocalDate day(Document document) {
        return LocalDate.parse(document.getString("on"));
    }
}
