package vn.ocopmarket.storefront.order.mongo;

import static vn.ocopmarket.storefront.order.mongo.Stored.number;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.order.Delivery;

/** The stored form of where an order goes. */
final class DeliveryDocuments {

    private DeliveryDocuments() {}

    static Document document(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Ship ship ->
                new Document("provinceCode", ship.provinceCode())
                        .append("provinceName", ship.provinceName())
                        .append("communeCode", ship.communeCode())
                        .append("communeName", ship.communeName())
                        .append("street", ship.street())
                        .append("sending", document(ship.sending()));
            case Delivery.Pickup pickup ->
                new Document("locationId", pickup.locationId()).append("locationName", pickup.locationName());
        };
    }

    static Delivery delivery(Document stored) {
        if (stored.containsKey("locationId")) {
            return new Delivery.Pickup(stored.getString("locationId"), stored.getString("locationName"));
        }
        return new Delivery.Ship(
                stored.getString("provinceCode"),
                stored.getString("provinceName"),
                stored.getString("communeCode"),
                stored.getString("communeName"),
                stored.getString("street"),
                sending(stored.get("sending", Document.class)));
    }

    private static @Nullable Document document(Delivery.@Nullable Sending sending) {
        return sending == null
                ? null
                : new Document("carrier", sending.carrier())
                        .append("zone", sending.zone())
                        .append("grams", sending.grams());
    }

    private static Delivery.@Nullable Sending sending(@Nullable Document stored) {
        return stored == null
                ? null
                : new Delivery.Sending(stored.getString("carrier"), stored.getString("zone"), number(stored, "grams"));
    }
}
