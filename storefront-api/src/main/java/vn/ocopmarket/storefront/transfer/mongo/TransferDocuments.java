package vn.ocopmarket.storefront.transfer.mongo;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.transfer.domain.Reception;
import vn.ocopmarket.storefront.transfer.domain.Transfer;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Asked;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Deed;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Parcel;
import vn.ocopmarket.storefront.transfer.domain.Transfer.State;

/** How a transfer is stored. */
final class TransferDocuments {

    private TransferDocuments() {}

    /** A new one. */
    static Document document(Transfer transfer) {
        return new Document("_id", transfer.id())
                .append("from", transfer.from())
                .append("to", transfer.to())
                .append("locations", List.of(transfer.from(), transfer.to()))
                .append("state", transfer.state().name())
                .append(
                        "asked",
                        transfer.asked().stream()
                                .map(asked -> new Document("sku", asked.sku()).append("quantity", asked.quantity()))
                                .toList())
                .append(
                        "parcels",
                        transfer.parcels().stream()
                                .map(TransferDocuments::document)
                                .toList())
                .append("sent", document(transfer.sent()))
                .append("sentAt", Date.from(transfer.sent().at()))
                .append("steppedAt", Date.from(transfer.sent().at()))
                .append("open", transfer.state().isBetweenSteps());
    }

    static Document document(Parcel parcel) {
        var bestBefore = parcel.bestBefore();
        return new Document("sku", parcel.sku())
                .append("lot", parcel.lot())
                .append("ownership", parcel.ownership().name())
                .append("bestBefore", bestBefore == null ? null : bestBefore.toString())
                .append("quantity", parcel.quantity());
    }

    static Document document(Reception reception) {
        return new Document("id", reception.id())
                .append("deed", document(reception.deed()))
                .append(
                        "counted",
                        reception.counted().stream()
                                .map(counted -> new Document("sku", counted.sku())
                                        .append("lot", counted.lot())
                                        .append("ownership", name(counted.ownership()))
                                        .append("good", counted.good())
                                        .append("damaged", counted.damaged())
                                        .append("why", counted.why()))
                                .toList());
    }

    static Transfer transfer(Document document) {
        return new Transfer(
                document.getString("_id"),
                document.getString("from"),
                document.getString("to"),
                State.valueOf(document.getString("state")),
                document.getList("asked", Document.class).stream()
                        .map(asked -> new Asked(asked.getString("sku"), number(asked, "quantity")))
                        .toList(),
                document.getList("parcels", Document.class).stream()
                        .map(TransferDocuments::parcel)
                        .toList(),
                deed(document.get("sent", Document.class)),
                reception(document.get("reception", Document.class)));
    }

    private static Parcel parcel(Document document) {
        var bestBefore = document.getString("bestBefore");
        return new Parcel(
                document.getString("sku"),
                document.getString("lot"),
                Ownership.of(document.getString("ownership")),
                bestBefore == null ? null : LocalDate.parse(bestBefore),
                number(document, "quantity"));
    }

    private static @Nullable Reception reception(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        var counted = document.getList("counted", Document.class).stream()
                .map(each -> new Reception.Counted(
                        each.getString("sku"),
                        each.getString("lot"),
                        said(each.getString("ownership")),
                        number(each, "good"),
                        number(each, "damaged"),
                        each.getString("why")))
                .toList();
        return new Reception(document.getString("id"), deed(document.get("deed", Document.class)), counted);
    }

    private static Document document(Deed deed) {
        return new Document("by", deed.by()).append("at", Date.from(deed.at())).append("note", deed.note());
    }

    private static Deed deed(Document document) {
        return new Deed(document.getString("by"), document.getDate("at").toInstant(), document.getString("note"));
    }

    private static @Nullable String name(@Nullable Ownership said) {
        return said == null ? null : said.name();
    }

    private static @Nullable Ownership said(@Nullable String name) {
        return name == null ? null : Ownership.valueOf(name);
    }

    private static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
