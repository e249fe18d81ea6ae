package vn.ocopmarket.storefront.browse;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.pages.Problem;

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
            return catalogue
                    .byIdOrSlug(idOrSlug)
                    .map(FindingProducts::withoutStock)
                    .onErrorMap(FindingProducts::unavailable);
        });
    }

    @Override
    public Mono<ListedProduct> byCode(String code) {
        return indexed.byCode(code)
                .onErrorResume(
                        SearchUnavailable.class,
                        _ -> catalogue
                                .bySkus(Set.of(code))
                                .next()
                                .map(FindingProducts::withoutStock)
                                .onErrorMap(FindingProducts::unavailable));
    }

    @Override
    public Flux<ProductRecord> shownBySku(Collection<String> skus) {
        if (skus.isEmpty()) {
            return Flux.empty();
        }
        return indexed.bySkus(skus)
                .collectList()
                .onErrorResume(SearchUnavailable.class, down -> {
                    log.warn("The index does not answer, asking the catalogue: {}", down.getMessage());
                    return Mono.just(List.of());
                })
                .flatMapMany(found -> {
                    var unknown = unknown(found, skus);
                    return unknown.isEmpty()
                            ? Flux.fromIterable(found)
                            : Flux.fromIterable(found).concatWith(newest(unknown));
                });
    }

    /** Too new for the index, or of a time when it is away. */
    private Flux<ProductRecord> newest(Collection<String> skus) {
        return catalogue.bySkus(skus).onErrorMap(FindingProducts::unavailable);
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
                    return indexed.bySkus(skus)
                            .collectList()
                            .onErrorMap(FindingProducts::unavailable)
                            .flatMapIterable(found -> complete(found, skus));
                });
    }

    /** What the index lacks may be too new for it, so only the catalogue may say that a SKU does not exist. */
    private static List<ProductRecord> complete(List<ProductRecord> found, Collection<String> skus) {
        if (!unknown(found, skus).isEmpty()) {
            throw unavailable(null);
        }
        return found;
    }

    private static List<String> unknown(List<ProductRecord> found, Collection<String> skus) {
        return skus.stream()
                .filter(sku ->
                        found.stream().noneMatch(product -> product.variant(sku).isPresent()))
                .toList();
    }

    /** Both are down: said as such, since an answer of none would be a lie. */
    private static Problem unavailable(@Nullable Throwable down) {
        log.warn("Neither the catalogue nor the index tells: {}", String.valueOf(down));
        return Problem.of("products-unavailable", 503).header("Retry-After", "5");
    }

    /** The catalogue knows no stock; the checkout asks the stock itself. */
    private static ListedProduct withoutStock(ProductRecord product) {
        return new ListedProduct(product, List.of());
    }
}
