package vn.ocopmarket.storefront.browse;

import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;

/** Single products as the search index has them. Every error is {@link SearchUnavailable}. */
public interface IndexedProducts {

    /** By id or slug, of this moment, not of the last refresh. Empty when there is none. */
    Mono<ListedProduct> byIdOrSlug(String idOrSlug);

    /** By SKU, GTIN or certificate number. Empty when there is none. */
    Mono<ListedProduct> byCode(String code);

    /** All that have one of the SKUs, once each. */
    Flux<ProductRecord> bySkus(Collection<String> skus);
}
