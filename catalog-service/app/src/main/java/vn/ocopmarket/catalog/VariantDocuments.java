package vn.ocopmarket.catalog;

import org.bson.Document;
import vn.ocopmarket.contract.gs1.Gtin;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.contract.product.Variant;

/** How variants are kept inside other documents. */
public final class VariantDocuments {

    private VariantDocuments() {}

    public static Document toDocument(Variant variant) {
        return new Document("sku", variant.sku())
                .append("gtin", variant.gtin() == null ? null : variant.gtin().value())
                .append("label", variant.label())
                .append("netWeight", variant.netWeight())
                .append(
                        "price",
                        variant.price() == null ? null : variant.price().amount())
                .append("taxClass", variant.taxClass().name());
    }

    public static Variant fromDocument(Document document) {
        var gtin = document.getString("gtin");
        var price = document.getLong("price");
        return new Variant(
                document.getString("sku"),
                gtin == null ? null : new Gtin(gtin),
                document.getString("label"),
                document.getString("netWeight"),
                price == null ? null : Money.dong(price),
                TaxClass.valueOf(document.getString("taxClass")));
    }
}
