package vn.ocopmarket.catalog.product.web;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.history.Histories.Kind;
import vn.ocopmarket.catalog.history.ReadingHistory;
import vn.ocopmarket.catalog.problem.Preconditions;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.CatalogProduct;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.contract.product.ProductRecord;

/** Reading products. */
@RestController
@RequestMapping("/api/v1")
class ProductController {

    private static final int MOST_AT_ONCE = 500;

    private final Products products;
    private final ReadingHistory history;

    ProductController(Products products, ReadingHistory history) {
        this.history = history;
        this.products = products;
    }

    @GetMapping("/products")
    Mono<ProductPage> page(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        var size = Math.clamp(limit, 1, MOST_AT_ONCE);
        return products.page(cursor, size).collectList().map(items -> ProductPage.of(items, size));
    }

    @GetMapping(path = "/products", params = "ids")
    Mono<ProductPage> withIds(@RequestParam Set<String> ids) {
        return atOnce("ids", ids, products.withIds(ids));
    }

    @GetMapping(path = "/products", params = "skus")
    Mono<ProductPage> withSkus(@RequestParam Set<String> skus) {
        return atOnce("skus", skus, products.withSkus(skus));
    }

    /** All of one producer, those among them that may not be sold too. */
    @GetMapping(path = "/products", params = "producer")
    Mono<ProductPage> ofProducer(@RequestParam String producer) {
        return products.ofProducer(producer)
                .map(CatalogProduct::record)
                .collectSortedList(Comparator.comparing(ProductRecord::name))
                .map(items -> new ProductPage(items, null));
    }

    private static Mono<ProductPage> atOnce(String parameter, Set<String> keys, Flux<ProductRecord> found) {
        return keys.size() > MOST_AT_ONCE
                ? Mono.error(Problem.invalid(List.of(FieldError.of(parameter, "too-many", MOST_AT_ONCE))))
                : found.collectList().map(items -> new ProductPage(items, null));
    }

    @GetMapping("/products/{idOrSlug}")
    Mono<ResponseEntity<ProductRecord>> one(@PathVariable String idOrSlug) {
        return products.find(idOrSlug)
                .map(found -> ResponseEntity.ok()
                        .eTag(Preconditions.tag(found.record().revision()))
                        .body(found.record()))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** Who did what, when and why: for its officers and its producer. */
    @GetMapping("/products/{id}/history")
    Mono<ReadingHistory.Page> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Jwt token) {
        var caller = Caller.of(token.getClaims());
        return products.find(id)
                .filter(product -> caller.keepsProducer(
                        product.record().producer().id(),
                        product.record().place().provinceCode()))
                .flatMap(product -> history.page(Kind.PRODUCT, product.record().id(), product.history(), cursor, limit))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    @GetMapping(path = "/exports/products", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<ProductRecord> export() {
        return products.all();
    }

    record ProductPage(List<ProductRecord> items, @Nullable String next) {

        static ProductPage of(List<ProductRecord> items, int size) {
            return new ProductPage(
                    items, items.size() < size ? null : items.getLast().id());
        }
    }
}
