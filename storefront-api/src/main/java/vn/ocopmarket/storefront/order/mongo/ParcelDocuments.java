package vn.ocopmarket.storefront.order.mongo;

import static com.mongodb.client.model.Filters.eq;
import static vn.ocopmarket.storefront.order.mongo.Stored.date;
import static vn.ocopmarket.storefront.order.mongo.Stored.instant;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.order.Drop;
import vn.ocopmarket.storefront.order.PickupTicket;
import vn.ocopmarket.storefront.order.PickupTicket.Use;
import vn.ocopmarket.storefront.order.Shipment;
import vn.ocopmarket.storefront.order.Shipment.Attempt;
import vn.ocopmarket.storefront.order.Shipment.Carriage;
import vn.ocopmarket.storefront.order.ShipmentState;
import vn.ocopmarket.storefront.order.Shipments;

/** How the parcels of an order are stored. */
final class ParcelDocuments {

    static final String FIELD = "shipments";
    static final String STATES = FIELD + ".all.state";
    static final String CODE = FIELD + ".pickup.code";
    static final String COLLECTED_AT = FIELD + ".pickup.used.at";

    private static final String REVISION = FIELD + ".revision";

    private ParcelDocuments() {}

    /** The condition that nobody has changed them since the revision before; new orders have none. */
    static Bson before(Shipments next) {
        var seen = next.revision() - 1;
        return eq(REVISION, seen == 0 ? null : seen);
    }

    static Document document(Shipments parcels) {
        var ticket = parcels.pickup();
        return new Document("revision", parcels.revision())
                .append(
                        "all",
                        parcels.all().stream().map(ParcelDocuments::document).toList())
                .append(
                        "drops",
                        parcels.drops().stream().map(ParcelDocuments::document).toList())
                .append("pickup", ticket == null ? null : document(ticket));
    }

    static Shipments shipments(Document stored) {
        var ticket = stored.get("pickup", Document.class);
        return new Shipments(
                stored.getLong("revision"),
                stored.getList("all", Document.class, List.of()).stream()
                        .map(ParcelDocuments::shipment)
                        .toList(),
                stored.getList("drops", Document.class, List.of()).stream()
                        .map(ParcelDocuments::drop)
                        .toList(),
                ticket == null ? null : ticket(ticket));
    }

    private static Document document(Shipment parcel) {
        var by = parcel.carriage();
        return new Document("number", parcel.number())
                .append("key", parcel.key())
                .append("state", parcel.state().name())
                .append("locationId", parcel.locationId())
                .append(
                        "goods",
                        parcel.goods().stream().map(TakeDocuments::document).toList())
                .append(
                        "carriage",
                        by == null
                                ? null
                                : new Document("carrier", by.carrier())
                                        .append("tracking", by.tracking())
                                        .append("link", by.link()))
                .append(
                        "attempts",
                        parcel.attempts().stream()
                                .map(attempt -> new Document("key", attempt.key())
                                        .append("at", Date.from(attempt.at()))
                                        .append("reason", attempt.reason()))
                                .toList())
                .append("packedAt", Date.from(parcel.packedAt()))
                .append("leftAt", date(parcel.leftAt()))
                .append("endedAt", date(parcel.endedAt()))
                .append("booked", parcel.booked());
    }

    private static Shipment shipment(Document stored) {
        var by = stored.get("carriage", Document.class);
        return new Shipment(
                stored.getInteger("number"),
                stored.getString("key"),
                ShipmentState.valueOf(stored.getString("state")),
                stored.getString("locationId"),
                stored.getList("goods", Document.class, List.of()).stream()
                        .map(TakeDocuments::take)
                        .toList(),
                by == null
                        ? null
                        : new Carriage(by.getString("carrier"), by.getString("tracking"), by.getString("link")),
                stored.getList("attempts", Document.class, List.of()).stream()
                        .map(attempt -> new Attempt(
                                attempt.getString("key"),
                                attempt.getDate("at").toInstant(),
                                attempt.getString("reason")))
                        .toList(),
                stored.getDate("packedAt").toInstant(),
                instant(stored, "leftAt"),
                instant(stored, "endedAt"),
                stored.getBoolean("booked", false));
    }

    private static Document document(Drop drop) {
        return new Document("id", drop.id())
                .append(
                        "goods",
                        drop.goods().stream().map(TakeDocuments::document).toList())
                .append("at", Date.from(drop.at()))
                .append("booked", drop.booked());
    }

    private static Drop drop(Document stored) {
        return new Drop(
                stored.getString("id"),
                stored.getList("goods", Document.class, List.of()).stream()
                        .map(TakeDocuments::take)
                        .toList(),
                stored.getDate("at").toInstant(),
                stored.getBoolean("booked", false));
    }

    private static Document document(PickupTicket ticket) {
        var use = ticket.used();
        return new Document("code", ticket.code())
                .append("readyAt", Date.from(ticket.readyAt()))
                .append("endsAt", Date.from(ticket.endsAt()))
                .append("remindedAt", date(ticket.remindedAt()))
                .append(
                        "used",
                        use == null
                                ? null
                                : new Document("key", use.key())
                                        .append("at", Date.from(use.at()))
                                        .append("by", use.by())
                                        .append("identityChecked", use.identityChecked())
                                        .append("cash", use.cash().amount())
                                        .append("withoutCode", use.withoutCode()));
    }

    private static PickupTicket ticket(Document stored) {
        var use = stored.get("used", Document.class);
        return new PickupTicket(
                stored.getString("code"),
                stored.getDate("readyAt").toInstant(),
                stored.getDate("endsAt").toInstant(),
                instant(stored, "remindedAt"),
                use == null
                        ? null
                        : new Use(
                                use.getString("key"),
                                use.getDate("at").toInstant(),
                                use.getString("by"),
                                use.getBoolean("identityChecked", false),
                                Money.dong(use.getLong("cash")),
                                use.getString("withoutCode")));
    }
}
