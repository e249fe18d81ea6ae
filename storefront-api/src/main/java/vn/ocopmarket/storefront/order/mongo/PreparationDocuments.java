package vn.ocopmarket.storefront.order.mongo;

import static vn.ocopmarket.storefront.order.mongo.Stored.date;
import static vn.ocopmarket.storefront.order.mongo.Stored.instant;
import static vn.ocopmarket.storefront.order.mongo.Stored.number;
import static vn.ocopmarket.storefront.order.mongo.Stored.parts;

import org.bson.Document;
import vn.ocopmarket.storefront.order.Preparation;
import vn.ocopmarket.storefront.order.Preparation.Refusal;

/** The stored form of how an order came to be. */
final class PreparationDocuments {

    private PreparationDocuments() {}

    static Document document(Preparation preparation) {
        var document = new Document("cartId", preparation.cartId())
                .append("fingerprint", preparation.fingerprint())
                .append("language", preparation.language())
                .append("holdExpiresAt", date(preparation.holdExpiresAt()))
                .append(
                        "takes",
                        preparation.takes().stream()
                                .map(TakeDocuments::document)
                                .toList())
                .append("redirectUrl", preparation.redirectUrl())
                .append("reference", preparation.reference())
                .append(
                        "refusals",
                        preparation.refusals().stream()
                                .map(PreparationDocuments::document)
                                .toList());
        // Orders of guests have none, so that they are in no index of buyers.
        if (preparation.buyerId() instanceof String buyer) {
            var _ = document.append("buyer", buyer);
        }
        return document;
    }

    static Document document(Refusal refusal) {
        return new Document("sku", refusal.sku())
                .append("code", refusal.code())
                .append("available", refusal.available());
    }

    static Preparation preparation(Document stored) {
        return new Preparation(
                stored.getString("cartId"),
                stored.getString("fingerprint"),
                stored.getString("language"),
                instant(stored, "holdExpiresAt"),
                parts(stored, "takes").stream().map(TakeDocuments::take).toList(),
                stored.getString("redirectUrl"),
                stored.getString("reference"),
                parts(stored, "refusals").stream()
                        .map(refusal -> new Refusal(
                                refusal.getString("sku"), refusal.getString("code"), number(refusal, "available")))
                        .toList(),
                stored.getString("buyer"));
    }
}
