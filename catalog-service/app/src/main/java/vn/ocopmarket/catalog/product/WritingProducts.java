package vn.ocopmarket.catalog.product;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.product.Products.Keys;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;

/** Writes the next state of one product, or says who was first. */
public final class WritingProducts {

    private final Products products;

    WritingProducts(Products products) {
        this.products = products;
    }

    /**
     * Never empty: done, stale because of an edit in between, or taken because a name, SKU or GTIN is another product's. Safe
     * to repeat.
     */
    public Mono<Outcome<ProductRecord>> write(CatalogProduct next) {
        return products.write(List.of(next))
                .flatMap(late -> late.isEmpty() ? Mono.just(new Outcome.Done<>(next.record())) : whoWasFirst(next));
    }

    private Mono<Outcome<ProductRecord>> whoWasFirst(CatalogProduct next) {
        var record = next.record();
        return products.matching(new Keys(next.identities(), skus(record), gtins(record)))
                .filter(other -> record.revision() == 1 || !other.record().id().equals(record.id()))
                .next()
                .map(other -> refusal(next, other.record()))
                .switchIfEmpty(Mono.defer(() -> products.find(record.id())
                        .map(current -> new Outcome.Stale<>(current.record().revision()))));
    }

    private static Set<String> skus(ProductRecord product) {
        return product.variants().stream().map(Variant::sku).collect(Collectors.toSet());
    }

    private static Set<String> gtins(ProductRecord product) {
        return product.variants().stream()
                .flatMap(variant -> Stream.ofNullable(variant.gtin()))
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private static Outcome<ProductRecord> refusal(CatalogProduct next, ProductRecord other) {
        if (other.id().equals(next.record().id())) {
            var same = Records.at(other, 1, next.record().updatedAt());
            return same.variants().equals(next.record().variants())
                            && Objects.equals(same.story(), next.record().story())
                            && Objects.equals(same.narrative(), next.record().narrative())
                    ? new Outcome.Done<>(other)
                    : new Outcome.Taken<>("name", other.id());
        }
        return new Outcome.Taken<>("variants", other.id());
    }
}
