package vn.ocopmarket.storefront.browse;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;

/** Asks the index for what is shown and the catalogue for what binds; each stands in for the other. */
final class FindingProducts implements FindProducts {

    private static final Logger log = LoggerFactory.getLogger(FindingProducts.class);

    private final IndexedProducts indexed;
    private final CatalogueProducts catalogue;

    FindingProducts(IndexedProducts indexed, CatalogueProducts catalogue) {
        this.indexed = indexed;
        this.catalogue = catalogue;
    }

    @Override
    public Mono<ListedProduct> byIdOrSlug(String idOrSlug) {
        return indexed.byIdOrSlug(idOrSlug).onErrorResume(SearchUnavailable.class, down -> {
            log.warn("The index does not answer, asking the catalogue: {}", down.getMessage());
            return catalogue.byIdOrSlug(idOrSlug).map(FindingProducts::withoutStock);
        });
    }

    @Override
    public Mono<ListedProduct> byCode(String code) {
        return indexed.byCode(code)
                .onErrorResume(
                        SearchUnavailable.class,
                        _ -> catalogue.bySkus(Set.of(code)).next().map(FindingProducts::withoutStock));
    }

    @Override
    public Flux<ProductRecord> currentBySku(Collection<String> skus) {
        if (skus.isEmpty()) {
            return Flux.empty();
        }
        return catalogue
                .bySkus(skus)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .onErrorResume(down -> {
                    log.warn("The catalogue does not answer, asking the index: {}", down.toString());
                    return indexed.bySkus(skus);
                });
    }

    /** The catalogue knows no stock; the checkout asks the stock itself. */
    private static ListedProduct withoutStock(ProductRecord product) {
        return new ListedProduct(product, List.of());
    }
}
