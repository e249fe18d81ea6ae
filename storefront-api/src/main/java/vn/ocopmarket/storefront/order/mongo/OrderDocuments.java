package vn.ocopmarket.storefront.order.mongo;

import static vn.ocopmarket.storefront.order.mongo.Stored.money;
import static vn.ocopmarket.storefront.order.mongo.Stored.part;
import static vn.ocopmarket.storefront.order.mongo.Stored.parts;

import java.util.Date;
import org.bson.Document;
import vn.ocopmarket.storefront.order.Contact;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.Shipments;
import vn.ocopmarket.storefront.order.TimelineEntry;
import vn.ocopmarket.storefront.order.Totals;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** How an order is stored. */
final class OrderDocuments {

    /** The last digits of the buyer's telephone number, by which people at the counter find their order. */
    static final String PHONE_TAIL = "phoneTail";

    private OrderDocuments() {}

    static String tail(String phone) {
        var digits = phone.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - Orders.Work.DIGITS));
    }

    static Document document(Order order) {
        var totals = order.totals();
        return new Document("_id", order.id())
                .append("number", order.number())
                .append("state", order.state().name())
                .append("payment", order.payment().name())
                .append("fulfillment", order.fulfillment().name())
                .append("contact", document(order.contact()))
                .append(PHONE_TAIL, tail(order.contact().phone()))
                .append("delivery", DeliveryDocuments.document(order.delivery()))
                .append("method", order.method().name())
                .append(
                        "lines",
                        order.lines().stream().map(LineDocuments::document).toList())
                .append("goods", totals.goods().amount())
                .append("shipping", totals.shipping().amount())
                .append("total", totals.total().amount())
                .append("tax", totals.tax().amount())
                .append(
                        "discounts",
                        totals.discounts().stream()
                                .map(OrderDocuments::document)
                                .toList())
                .append("preparation", PreparationDocuments.document(order.preparation()))
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
                DeliveryDocuments.delivery(part(stored, "delivery")),
                PaymentMethod.valueOf(stored.getString("method")),
                parts(stored, "lines").stream().map(LineDocuments::line).toList(),
                new Totals(
                        money(stored, "goods"),
                        money(stored, "shipping"),
                        money(stored, "total"),
                        money(stored, "tax"),
                        parts(stored, "discounts").stream()
                                .map(OrderDocuments::discount)
                                .toList()),
                PreparationDocuments.preparation(part(stored, "preparation")),
                shipments(stored),
                parts(stored, "timeline").stream().map(OrderDocuments::entry).toList(),
                stored.getDate("createdAt").toInstant());
    }

    static Document document(TimelineEntry entry) {
        return new Document("at", Date.from(entry.at()))
                .append("what", entry.what().name())
                .append("detail", entry.detail());
    }

    static Document document(Contact contact) {
        return new Document("name", contact.name())
                .append("phone", contact.phone())
                .append("email", contact.email());
    }

    private static Document document(Totals.Discount discount) {
        return new Document("code", discount.code())
                .append("name", discount.name())
                .append("nameEn", discount.nameEn())
                .append("amount", discount.amount().amount());
    }

    /** Orders that were sent before parcels were written down have none. */
    private static Shipments shipments(Document stored) {
        var parcels = stored.get(ParcelDocuments.FIELD, Document.class);
        return parcels != null
                ? ParcelDocuments.shipments(parcels)
                : Shipments.before(
                        FulfillmentState.valueOf(stored.getString("fulfillment")),
                        parts(part(stored, "preparation"), "takes").stream()
                                .map(TakeDocuments::take)
                                .toList(),
                        stored.getDate("createdAt").toInstant());
    }

    private static Contact contact(Document stored) {
        return new Contact(stored.getString("name"), stored.getString("phone"), stored.getString("email"));
    }

    private static Totals.Discount discount(Document stored) {
        return new Totals.Discount(
                stored.getString("code"),
                stored.getString("name"),
                stored.getString("nameEn"),
                money(stored, "amount"));
    }

    private static TimelineEntry entry(Document stored) {
        return new TimelineEntry(
                stored.getDate("at").toInstant(),
                TimelineEntry.What.valueOf(stored.getString("what")),
                stored.getString("detail"));
    }
}
