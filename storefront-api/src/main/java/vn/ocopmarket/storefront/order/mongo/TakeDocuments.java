package vn.ocopmarket.storefront.order.mongo;

import static vn.ocopmarket.storefront.order.mongo.Stored.number;

import java.time.LocalDate;
import org.bson.Document;
import vn.ocopmarket.storefront.inventory.Take;

/** How goods of a level that an order was given are stored. */
final class TakeDocuments {

    private TakeDocuments() {}

    static Document document(Take take) {
        var bestBefore = take.bestBefore();
        return new Document("levelId", take.levelId())
                .append("locationId", take.locationId())
                .append("sku", take.sku())
                .append("lot", take.lot())
                .append("bestBefore", bestBefore == null ? null : bestBefore.toString())
                .append("quantity", take.quantity());
    }

    static Take take(Document stored) {
        var bestBefore = stored.getString("bestBefore");
        return new Take(
                stored.getString("levelId"),
                stored.getString("locationId"),
                stored.getString("sku"),
                stored.getString("lot"),
                bestBefore == null ? null : LocalDate.parse(bestBefore),
                number(stored, "quantity"));
    }
}
