package vn.ocopmarket.storefront.payout.mongo;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import vn.ocopmarket.storefront.payout.domain.Amount;
import vn.ocopmarket.storefront.payout.domain.Difference;
import vn.ocopmarket.storefront.payout.domain.Movement;
import vn.ocopmarket.storefront.payout.domain.Movement.Subject;
import vn.ocopmarket.storefront.payout.domain.Payout;
import vn.ocopmarket.storefront.payout.domain.PayoutReport;

/** Payouts as documents, both ways. */
final class PayoutDocuments {

    static final String CREATED_AT = "createdAt";

    /** The orders that it has money of. */
    static final String ORDERS = "orders";

    private PayoutDocuments() {}

    static Document write(PayoutReport report) {
        var payout = report.payout();
        return new Document("_id", payout.id())
                .append("state", payout.state())
                .append("amount", payout.amount().amount())
                .append("currency", payout.amount().currency())
                .append(CREATED_AT, Date.from(payout.createdAt()))
                .append("arrivesOn", payout.arrivesOn().toString())
                .append(
                        ORDERS,
                        payout.movements().stream()
                                .filter(movement -> movement.kind() == Movement.Kind.CHARGE)
                                .map(movement -> movement.subject().orderId())
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .append(
                        "movements",
                        payout.movements().stream().map(PayoutDocuments::write).toList())
                .append("differences", write(report.differences()));
    }

    static PayoutReport read(Document stored) {
        var payout = new Payout(
                stored.getString("_id"),
                stored.getString("state"),
                new Amount(stored.getLong("amount"), stored.getString("currency")),
                stored.getDate(CREATED_AT).toInstant(),
                LocalDate.parse(stored.getString("arrivesOn")),
                stored.getList("movements", Document.class).stream()
                        .map(PayoutDocuments::movement)
                        .toList());
        return new PayoutReport(payout, differences(stored, "differences"));
    }

    private static Document write(Movement movement) {
        var subject = movement.subject();
        return new Document("id", movement.id())
                .append("kind", movement.kind().name())
                .append("source", movement.source())
                .append("orderId", subject.orderId())
                .append("orderNumber", subject.orderNumber())
                .append("intentId", subject.intentId())
                .append("refundId", subject.refundId())
                .append("gross", movement.gross())
                .append("fee", movement.fee());
    }

    private static Movement movement(Document stored) {
        return new Movement(
                stored.getString("id"),
                Movement.Kind.valueOf(stored.getString("kind")),
                stored.getString("source"),
                new Subject(
                        stored.getString("orderId"),
                        stored.getString("orderNumber"),
                        stored.getString("intentId"),
                        stored.getString("refundId")),
                stored.getLong("gross"),
                stored.getLong("fee"));
    }

    static List<Document> write(List<Difference> differences) {
        return differences.stream()
                .map(difference -> new Document("kind", difference.kind().name())
                        .append("subject", difference.subject())
                        .append("orderNumber", difference.orderNumber())
                        .append("expected", difference.expected())
                        .append("found", difference.found()))
                .toList();
    }

    static List<Difference> differences(Document stored, String field) {
        return stored.getList(field, Document.class, List.of()).stream()
                .map(one -> new Difference(
                        Difference.Kind.valueOf(one.getString("kind")),
                        one.getString("subject"),
                        one.getString("orderNumber"),
                        one.getLong("expected"),
                        one.getLong("found")))
                .toList();
    }
}
