package vn.ocopmarket.storefront.browse;

import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * Finds single products, for pages, carts, tills and fairs. When neither the index nor the catalogue can tell, the error is a
 * problem {@code products-unavailable} (503), never an empty answer.
 */
public interface FindProducts {

    /** By id or slug, as indexed; from the catalogue when the index does not answer. Empty when there is none. */
    Mono<ListedProduct> byIdOrSlug(String idOrSlug);

    /** By SKU, GTIN as scanned (8 to 14 digits) or certificate number. Empty when there is none. */
    Mono<ListedProduct> byCode(String code);

    /**
     * As indexed, which is about a second behind, for what is looked at and asked about again before it binds; from the
     * catalogue what the index does not know or cannot tell. SKUs that do not exist are missing; of two elements for one
     * product the later is the newer.
     */
    Flux<ProductRecord> shownBySku(Collection<String> skus);

    /**
     * The truth of this moment, for the steps that bind: from the catalogue itself, and only when that does not answer from
     * the index. One element a product that has any of the SKUs; SKUs that do not exist are missing.
     */
    Flux<ProductRecord> currentBySku(Collection<String> skus);
}
