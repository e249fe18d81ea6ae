package vn.ocopmarket.storefront.order.mongo;

import static vn.ocopmarket.storefront.order.mongo.Stored.money;
import static vn.ocopmarket.storefront.order.mongo.Stored.number;

import java.util.List;
import java.util.Objects;
import org.bson.Document;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.storefront.order.OrderLine;

/** How a line of an order is stored. */
final class LineDocuments {

    private LineDocuments() {}

    static Document document(OrderLine line) {
        var tax = line.tax();
        var discount = line.discount();
        return new Document("sku", line.sku())
                .append("productId", line.productId())
                .append("slug", line.slug())
                .append("name", line.name())
                .append("label", line.label())
                .append("producer", line.producer())
                .append("producerId", line.producerId())
                .append("certificate", line.certificate())
                .append("stars", line.stars())
                .append("quantity", line.quantity())
                .append("unitPrice", line.unitPrice().amount())
                .append("total", line.total().amount())
                .append("taxClass", line.taxClass().name())
                .append("taxBasisPoints", tax.basisPoints())
                .append("tax", tax.amount().amount())
                .append("taxPerUnit", tax.perUnit())
                .append("unitsWithOneMore", tax.unitsWithOneMore())
                .append("discount", discount.amount().amount())
                .append("discountPerUnit", discount.perUnit())
                .append("unitsWithOneMoreOff", discount.unitsWithOneMore())
                .append("taxReason", line.marks().taxReason())
                .append("alcohol", line.marks().alcohol())
                .append("notices", line.marks().notices());
    }

    static OrderLine line(Document stored) {
        return new OrderLine(
                stored.getString("sku"),
                stored.getString("productId"),
                stored.getString("slug"),
                stored.getString("name"),
                stored.getString("label"),
                stored.getString("producer"),
                stored.getString("producerId"),
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
                        number(stored, "unitsWithOneMore")),
                new OrderLine.Discount(
                        money(stored, "discount"),
                        number(stored, "discountPerUnit"),
                        number(stored, "unitsWithOneMoreOff")),
                marks(stored));
    }

    private static OrderLine.Marks marks(Document stored) {
        return new OrderLine.Marks(
                stored.getBoolean("alcohol", stored.getString("taxClass").equals(TaxClass.ALCOHOL.name())),
                stored.getList("notices", String.class, List.of()),
                Objects.requireNonNullElse(stored.getString("taxReason"), ""));
    }
}
