package vn.ocopmarket.storefront.order.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Contact;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.Preparation;
import vn.ocopmarket.storefront.order.Preparation.Refusal;
import vn.ocopmarket.storefront.order.TimelineEntry;
import vn.ocopmarket.storefront.order.Totals;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** How an order is stored. */
final class OrderDocuments {

    private OrderDocuments() {}

    static Document document(Order order) {
        var totals = order.totals();
        return new Document("_id", order.id())
                .append("number", order.number())
                .append("state", order.state().name())
                .append("payment", order.payment().name())
                .append("fulfillment", order.fulfillment().name())
                .append("contact", document(order.contact()))
                .append("delivery", document(order.delivery()))
                .append("method", order.method().name())
                .append(
                        "lines",
                        order.lines().stream().map(OrderDocuments::document).toList())
                .append("goods", totals.goods().amount())
                .append("shipping", totals.shipping().amount())
                .append("total", totals.total().amount())
                .append("tax", totals.tax().amount())
                .append("preparation", document(order.preparation()))
                .append(
                        "timeline",
                        order.timeline().stream().map(OrderDocuments::document).toList())
                .append("version", 1L)
                .append("createdAt", Date.from(order.createdAt()));
    }

    static Order order(Document stored) {
        return new Order(
                stored.getString("_id"),
                stored.getString("number"),
                OrderState.valueOf(stored.getString("state")),
                PaymentState.valueOf(stored.getString("payment")),
                FulfillmentState.valueOf(stored.getString("fulfillment")),
                contact(part(stored, "contact")),
                delivery(part(stored, "delivery")),
                PaymentMethod.valueOf(stored.getString("method")),
                parts(stored, "lines").stream().map(OrderDocuments::line).toList(),
                new Totals(
                        money(stored, "goods"),
                        money(stored, "shipping"),
                        money(stored, "total"),
                        money(stored, "tax")),
                preparation(part(stored, "preparation")),
                parts(stored, "timeline").stream().map(OrderDocuments::entry).toList(),
                stored.getDate("createdAt").toInstant());
    }

    static Document document(TimelineEntry entry) {
        return new Document("at", Date.from(entry.at()))
                .append("what", entry.what().name())
                .append("detail", entry.detail());
    }

    static Document document(Take take) {
        var bestBefore = take.bestBefore();
        return new Document("levelId", take.levelId())
                .append("locationId", take.locationId())
                .append("sku", take.sku())
                .append("lot", take.lot())
                .append("bestBefore", bestBefore == null ? null : bestBefore.toString())
                .append("quantity", take.quantity());
    }

    static Document document(Refusal refusal) {
        return new Document("sku", refusal.sku())
                .append("code", refusal.code())
                .append("available", refusal.available());
    }

    private static Document document(Contact contact) {
        return new Document("name", contact.name())
                .append("phone", contact.phone())
                .append("email", contact.email());
    }

    private static Document document(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Ship ship ->
                new Document("provinceCode", ship.provinceCode())
                        .append("provinceName", ship.provinceName())
                        .append("communeCode", ship.communeCode())
                        .append("communeName", ship.communeName())
                        .append("street", ship.street());
            case Delivery.Pickup pickup ->
                new Document("locationId", pickup.locationId()).append("locationName", pickup.locationName());
        };
    }

    private static Document document(OrderLine line) {
        var tax = line.tax();
        return new Document("sku", line.sku())
                .append("productId", line.productId())
                .append("slug", line.slug())
                .append("name", line.name())
                .append("label", line.label())
                .append("producer", line.producer())
                .append("certificate", line.certificate())
                .append("stars", line.stars())
                .append("quantity", line.quantity())
                .append("unitPrice", line.unitPrice().amount())
                .append("total", line.total().amount())
                .append("taxClass", line.taxClass().name())
                .append("taxBasisPoints", tax.basisPoints())
                .append("tax", tax.amount().amount())
                .append("taxPerUnit", tax.perUnit())
                .append("unitsWithOneMore", tax.unitsWithOneMore());
    }

    private static Document document(Preparation preparation) {
        return new Document("cartId", preparation.cartId())
                .append("fingerprint", preparation.fingerprint())
                .append("language", preparation.language())
                .append("holdExpiresAt", date(preparation.holdExpiresAt()))
                .append(
                        "takes",
                        preparation.takes().stream()
                                .map(OrderDocuments::document)
                                .toList())
                .append("redirectUrl", preparation.redirectUrl())
                .append(
                        "refusals",
                        preparation.refusals().stream()
                                .map(OrderDocuments::document)
                                .toList());
    }

    private static Contact contact(Document stored) {
        return new Contact(stored.getString("name"), stored.getString("phone"), stored.getString("email"));
    }

    private static Delivery delivery(Document stored) {
        if (stored.containsKey("locationId")) {
            return new Delivery.Pickup(stored.getString("locationId"), stored.getString("locationName"));
        }
        return new Delivery.Ship(
                stored.getString("provinceCode"),
                stored.getString("provinceName"),
                stored.getString("communeCode"),
                stored.getString("communeName"),
                stored.getString("street"));
    }

    private static OrderLine line(Document stored) {
        return new OrderLine(
                stored.getString("sku"),
                stored.getString("productId"),
                stored.getString("slug"),
                stored.getString("name"),
                stored.getString("label"),
                stored.getString("producer"),
                stored.getString("certificate"),
                (int) number(stored, "stars"),
                number(stored, "quantity"),
                money(stored, "unitPrice"),
                money(stored, "total"),
                TaxClass.valueOf(stored.getString("taxClass")),
                new OrderLine.Tax(
                        (int) number(stored, "taxBasisPoints"),
                        money(stored, "tax"),
                        number(stored, "taxPerUnit"),
                        number(stored, "unitsWithOneMore")));
    }

    private static Preparation preparation(Document stored) {
        var holdExpiresAt = stored.getDate("holdExpiresAt");
        return new Preparation(
                stored.getString("cartId"),
                stored.getString("fingerprint"),
                stored.getString("language"),
                holdExpiresAt == null ? null : holdExpiresAt.toInstant(),
                parts(stored, "takes").stream().map(OrderDocuments::take).toList(),
                stored.getString("redirectUrl"),
                parts(stored, "refusals").stream()
                        .map(refusal -> new Refusal(
                                refusal.getString("sku"), refusal.getString("code"), number(refusal, "available")))
                        .toList());
    }

    private static Take take(Document stored) {
        var bestBefore = stored.getString("bestBefore");
        return new Take(
                stored.getString("levelId"),
                stored.getString("locationId"),
                stored.getString("sku"),
                stored.getString("lot"),
                bestBefore == null ? null : LocalDate.parse(bestBefore),
                number(stored, "quantity"));
    }

    private static TimelineEntry entry(Document stored) {
        return new TimelineEntry(
                stored.getDate("at").toInstant(),
                TimelineEntry.What.valueOf(stored.getString("what")),
                stored.getString("detail"));
    }

    private static @Nullable Date date(@Nullable Instant moment) {
        return moment == null ? null : Date.from(moment);
    }

    private static Money money(Document stored, String field) {
        return Money.dong(number(stored, field));
    }

    private static long number(Document stored, String field) {
        return stored.get(field) instanceof Number number ? number.longValue() : 0;
    }

    private static Document part(Document stored, String field) {
        return stored.get(field, new Document());
    }

    private static List<Document> parts(Document stored, String field) {
        return stored.getList(field, Document.class, List.of());
    }
}
