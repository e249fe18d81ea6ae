package vn.ocopmarket.storefront.pos;

import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.browse.ListedProduct;

/** Which variant of a product a code means. */
final class ProductCodes {

    private static final int GTIN_DIGITS = 14;

    private ProductCodes() {}

    /** Empty when no product has the code; people type SKUs in small letters. */
    static Mono<ProductRecord> find(FindProducts products, String code) {
        var capitals = code.toUpperCase(Locale.ROOT);
        return products.byCode(code)
                .switchIfEmpty(capitals.equals(code) ? Mono.empty() : products.byCode(capitals))
                .map(ListedProduct::product);
    }

    /** The variant with this SKU or GTIN; all of them when the code only names the product. */
    static List<Variant> variantsMeantBy(ProductRecord product, String code) {
        var named = product.variants().stream()
                .filter(variant -> variant.sku().equalsIgnoreCase(code) || hasGtin(variant, code))
                .toList();
        return named.isEmpty() ? product.variants() : named;
    }

    private static boolean hasGtin(Variant variant, String code) {
        var gtin = variant.gtin();
        return gtin != null
                && code.length() <= GTIN_DIGITS
                && gtin.value().equals("0".repeat(GTIN_DIGITS - code.length()) + code);
    }
}
