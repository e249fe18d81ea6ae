package vn.ocopmarket.storefront.returning.mongo;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest.Kind;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest.Line;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest.Step;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest.Wish;
import vn.ocopmarket.storefront.returning.domain.Reception;
import vn.ocopmarket.storefront.returning.domain.Reception.Condition;
import vn.ocopmarket.storefront.returning.domain.Reception.Part;
import vn.ocopmarket.storefront.returning.domain.RequestState;

/** How a request is stored. */
final class RequestDocuments {

    private RequestDocuments() {}

    /** A new one. */
    static Document document(BuyerRequest request) {
        var wish = request.wish();
        return new Document("_id", request.id())
                .append(MongoBuyerRequests.ORDER, request.orderId())
                .append("number", request.number())
                .append("kind", request.kind().name())
                .append(MongoBuyerRequests.STATE, request.state().name())
                .append("key", wish.key())
                .append(
                        "lines",
                        wish.lines().stream()
                                .map(line -> new Document("sku", line.sku())
                                        .append("name", line.name())
                                        .append("units", line.units()))
                                .toList())
                .append("reason", wish.reason())
                .append("note", wish.note())
                .append("language", wish.language())
                .append(MongoBuyerRequests.LOCATIONS, List.copyOf(request.locations()))
                .append(
                        MongoBuyerRequests.STEPS,
                        request.steps().stream().map(RequestDocuments::document).toList())
                .append(
                        MongoBuyerRequests.ASKED_AT,
                        Date.from(request.steps().getFirst().at()));
    }

    static Document document(Step step) {
        return new Document("to", step.to().name())
                .append("at", Date.from(step.at()))
                .append("by", step.by())
                .append("words", step.words())
                .append("reference", step.reference());
    }

    static Document document(Reception reception) {
        return new Document("key", reception.key())
                .append("locationId", reception.locationId())
                .append(
                        "parts",
                        reception.parts().stream()
                                .map(RequestDocuments::document)
                                .toList());
    }

    private static Document document(Part part) {
        var bestBefore = part.bestBefore();
        return new Document("sku", part.sku())
                .append("lot", part.lot())
                .append("ownership", Ownership.orConsigned(part.ownership()).name())
                .append("bestBefore", bestBefore == null ? null : bestBefore.toString())
                .append("condition", part.condition().name())
                .append("units", part.units());
    }

    static BuyerRequest request(Document stored) {
        return new BuyerRequest(
                stored.getString("_id"),
                stored.getString(MongoBuyerRequests.ORDER),
                stored.getString("number"),
                Kind.valueOf(stored.getString("kind")),
                RequestState.valueOf(stored.getString(MongoBuyerRequests.STATE)),
                wish(stored),
                Set.copyOf(stored.getList(MongoBuyerRequests.LOCATIONS, String.class)),
                stored.getList(MongoBuyerRequests.STEPS, Document.class).stream()
                        .map(RequestDocuments::step)
                        .toList(),
                stored.getList("receptions", Document.class, List.of()).stream()
                        .map(RequestDocuments::reception)
                        .toList(),
                stored.getString("trouble"));
    }

    private static Wish wish(Document stored) {
        return new Wish(
                stored.getString("key"),
                stored.getList("lines", Document.class).stream()
                        .map(line -> new Line(line.getString("sku"), line.getString("name"), units(line)))
                        .toList(),
                stored.getString("reason"),
                stored.getString("note"),
                stored.getString("language"));
    }

    private static Step step(Document stored) {
        return new Step(
                RequestState.valueOf(stored.getString("to")),
                stored.getDate("at").toInstant(),
                stored.getString("by"),
                stored.getString("words"),
                stored.getString("reference"));
    }

    static Reception reception(Document stored) {
        return new Reception(
                stored.getString("key"),
                stored.getString("locationId"),
                stored.getList("parts", Document.class).stream()
                        .map(RequestDocuments::part)
                        .toList());
    }

    private static Part part(Document stored) {
        var bestBefore = stored.getString("bestBefore");
        return new Part(
                stored.getString("sku"),
                stored.getString("lot"),
                Ownership.of(stored.getString("ownership")),
                bestBefore == null ? null : LocalDate.parse(bestBefore),
                Condition.valueOf(stored.getString("condition")),
                units(stored));
    }

    private static long units(Document stored) {
        return stored.get("units") instanceof Number units ? units.longValue() : 0;
    }
}
