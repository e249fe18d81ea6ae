package vn.ocopmarket.storefront.inventory.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.inventory.domain.StockLevel;
import vn.ocopmarket.storefront.inventory.domain.StockLevel.Claim;
import vn.ocopmarket.storefront.inventory.domain.StockLevel.Hold;

/** How a level is stored. */
final class LevelDocuments {

    private LevelDocuments() {}

    static StockLevel level(Document document) {
        return new StockLevel(
                document.getString("_id"),
                document.getString("locationId"),
                document.getString("sku"),
                document.getString("lot"),
                date(document.getString("bestBefore")),
                number(document, LevelFields.ON_HAND),
                number(document, LevelFields.ALLOCATED),
                number(document, LevelFields.AVAILABLE),
                number(document, "version"),
                all(document, LevelFields.HOLDS).stream()
                        .map(LevelDocuments::hold)
                        .toList(),
                all(document, LevelFields.ALLOCATIONS).stream()
                        .map(LevelDocuments::claim)
                        .toList(),
                all(document, LevelFields.SETTLED).stream()
                        .map(LevelDocuments::claim)
                        .toList(),
                number(document, "pending"),
                document.getBoolean(LevelFields.RECALLED, false));
    }

    static Document hold(String owner, long quantity, Instant expiresAt) {
        return new Document("owner", owner).append("quantity", quantity).append("expiresAt", Date.from(expiresAt));
    }

    static Document claim(String owner, long quantity) {
        return new Document("owner", owner).append("quantity", quantity);
    }

    static Document claim(String owner, long quantity, String parcel) {
        return claim(owner, quantity).append("parcel", parcel);
    }

    static Document take(Take take) {
        var bestBefore = take.bestBefore();
        return new Document("levelId", take.levelId())
                .append("locationId", take.locationId())
                .append("sku", take.sku())
                .append("lot", take.lot())
                .append("bestBefore", bestBefore == null ? null : bestBefore.toString())
                .append("quantity", take.quantity());
    }

    static Take take(Document document) {
        return new Take(
                document.getString("levelId"),
                document.getString("locationId"),
                document.getString("sku"),
                document.getString("lot"),
                date(document.getString("bestBefore")),
                number(document, "quantity"));
    }

    static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : 0;
    }

    static @Nullable LocalDate date(@Nullable String stored) {
        return stored == null ? null : LocalDate.parse(stored);
    }

    private static Hold hold(Document document) {
        return new Hold(
                document.getString("owner"),
                number(document, "quantity"),
                document.getDate("expiresAt").toInstant());
    }

    private static Claim claim(Document document) {
        return new Claim(document.getString("owner"), number(document, "quantity"), document.getString("parcel"));
    }

    private static List<Document> all(Document document, String field) {
        return document.getList(field, Document.class, List.of());
    }
}
