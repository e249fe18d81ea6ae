package vn.ocopmarket.storefront.browse;

import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;

/** Single products as the catalogue has them now. An error means that it did not answer in time. */
public interface CatalogueProducts {

    /** By id or slug. Empty when there is none. */
    Mono<ProductRecord> byIdOrSlug(String idOrSlug);

    /** All that have one of the SKUs. */
    Flux<ProductRecord> bySkus(Collection<String> skus);
}
