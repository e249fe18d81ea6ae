package vn.ocopmarket.storefront.cart.mongo;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import java.util.Collection;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.cart.Cart;
import vn.ocopmarket.storefront.cart.CartLine;

/** How a cart and its lines are stored. */
final class CartDocuments {

    static final String TOUCHED = "touchedAt";
    static final String REVISION = "revision";

    private CartDocuments() {}

    /** A SKU may contain what means something in a path. */
    static String path(String sku) {
        return "lines." + sku.replace("%", "%25").replace(".", "%2e").replace("$", "%24");
    }

    /** Of a line at a path: which cart brought it. That goes when the buyer puts another in its place. */
    static String broughtBy(String path) {
        return path + ".from";
    }

    static Document document(CartLine line) {
        return new Document("sku", line.sku())
                .append("quantity", line.quantity())
                .append("price", line.priceWhenAdded().amount());
    }

    /** Puts a line of another cart in; the greater quantity stays, and whose it was when there was none. */
    static Bson merged(CartLine line, String from, Collection<String> had) {
        var path = path(line.sku());
        var atLeast = combine(
                set(path + ".sku", line.sku()),
                max(path + ".quantity", line.quantity()),
                set(path + ".price", line.priceWhenAdded().amount()));
        return had.contains(line.sku()) ? atLeast : combine(atLeast, set(broughtBy(path), from));
    }

    static Cart cart(Document stored) {
        var lines = stored.get("lines", new Document()).values().stream()
                .map(Document.class::cast)
                .map(line -> new CartLine(
                        line.getString("sku"), line.getLong("quantity"), Money.dong(line.getLong("price"))))
                .toList();
        return new Cart(
                stored.getString("_id"),
                lines,
                stored.getString("orderId"),
                stored.getDate(TOUCHED).toInstant(),
                stored.get(REVISION) instanceof Long revision ? revision : 0);
    }
}
