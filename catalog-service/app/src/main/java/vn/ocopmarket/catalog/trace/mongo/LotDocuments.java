package vn.ocopmarket.catalog.trace.mongo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.gs1.Gtin;
import vn.ocopmarket.contract.gs1.LotNumber;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.contract.trace.LotRecord.Closing;
import vn.ocopmarket.contract.trace.LotRecord.Input;
import vn.ocopmarket.contract.trace.LotRecord.Quantity;
import vn.ocopmarket.contract.trace.LotRecord.Recall;

/** Lots as documents and back. Dates are text: they name a day in Vietnam, not an instant. */
final class LotDocuments {

    static final String RECALL_CHANGED = "recallChangedAt";

    private LotDocuments() {}

    static Document toDocument(LotRecord lot) {
        var gtin = lot.gtin();
        var recall = lot.recall();
        var document = new Document("_id", lot.id())
                .append("revision", lot.revision())
                .append("productId", lot.productId())
                .append("sku", lot.sku())
                .append("gtin", gtin == null ? null : gtin.value())
                .append("lot", lot.lot().value())
                .append("producedOn", text(lot.producedOn()))
                .append("bestBefore", text(lot.bestBefore()))
                .append("quantity", quantity(lot.quantity()))
                .append("inputs", lot.inputs().stream().map(LotDocuments::input).toList())
                .append("standards", lot.standards())
                .append("recall", recall == null ? null : recall(recall))
                .append("createdAt", lot.createdAt())
                .append("updatedAt", lot.updatedAt());
        if (recall != null) {
            var closing = recall.closing();
            document.append(RECALL_CHANGED, closing == null ? recall.startedAt() : closing.at());
        }
        return document;
    }

    static LotRecord fromDocument(Document document) {
        var gtin = document.getString("gtin");
        var recall = document.get("recall", Document.class);
        return new LotRecord(
                document.getString("_id"),
                document.getLong("revision"),
                document.getString("productId"),
                document.getString("sku"),
                gtin == null ? null : new Gtin(gtin),
                new LotNumber(document.getString("lot")),
                date(document.getString("producedOn")),
                date(document.getString("bestBefore")),
                quantity(document.get("quantity", Document.class)),
                document.getList("inputs", Document.class).stream()
                        .map(LotDocuments::input)
                        .toList(),
                document.getList("standards", String.class),
                recall == null ? null : recall(recall),
                instant(document, "createdAt"),
                instant(document, "updatedAt"));
    }

    private static Document input(Input input) {
        return new Document("name", input.name())
                .append("origin", input.origin())
                .append("supplier", input.supplier())
                .append("lot", input.lot());
    }

    private static Input input(Document document) {
        return new Input(
                document.getString("name"),
                document.getString("origin"),
                document.getString("supplier"),
                document.getString("lot"));
    }

    private static @Nullable Document quantity(@Nullable Quantity quantity) {
        return quantity == null
                ? null
                : new Document("amount", quantity.amount().toPlainString()).append("unit", quantity.unit());
    }

    private static @Nullable Quantity quantity(@Nullable Document document) {
        return document == null
                ? null
                : new Quantity(new BigDecimal(document.getString("amount")), document.getString("unit"));
    }

    private static Document recall(Recall recall) {
        var closing = recall.closing();
        return new Document("reason", recall.reason())
                .append("advice", recall.advice())
                .append("decision", recall.decision())
                .append("startedAt", recall.startedAt())
                .append(
                        "closing",
                        closing == null
                                ? null
                                : new Document("evidence", closing.evidence())
                                        .append("recovered", closing.recovered())
                                        .append("destroyed", closing.destroyed())
                                        .append("document", closing.document())
                                        .append("at", closing.at()));
    }

    private static Recall recall(Document document) {
        var closing = document.get("closing", Document.class);
        return new Recall(
                document.getString("reason"),
                document.getString("advice"),
                document.getString("decision"),
                instant(document, "startedAt"),
                closing == null ? null : closing(closing));
    }

    private static Closing closing(Document document) {
        return new Closing(
                document.getString("evidence"),
                document.getLong("recovered"),
                document.getLong("destroyed"),
                document.getString("document"),
                instant(document, "at"));
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
