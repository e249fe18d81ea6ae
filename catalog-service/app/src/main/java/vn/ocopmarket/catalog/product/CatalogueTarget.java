package vn.ocopmarket.catalog.product;

import java.util.Collection;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.catalog.producer.Producers;
import vn.ocopmarket.catalog.product.Products.Keys;

/** The catalogue itself. What was there is noted before anything is written, so that all of it can be undone. */
public final class CatalogueTarget implements ListingTarget {

    private final Products products;
    private final Producers producers;
    private final Befores befores;

    CatalogueTarget(Products products, Producers producers, Befores befores) {
        this.products = products;
        this.producers = producers;
        this.befores = befores;
    }

    @Override
    public Flux<CatalogProduct> matching(Keys keys) {
        return products.matching(keys);
    }

    @Override
    public Mono<Set<String>> taken(Collection<String> slugs) {
        return products.taken(slugs);
    }

    @Override
    public Flux<KnownProducer> producers(Collection<String> identities) {
        return producers.identifiedBy(identities);
    }

    /** A producer that somebody removed meanwhile is there again afterwards: it has products. */
    @Override
    public Mono<Set<String>> write(Step step) {
        return befores.note(step)
                .flatMap(noted ->
                        producers.addMissing(step.newProducers()).then(Mono.defer(() -> products.write(noted))))
                .flatMap(late -> producers.revive(step.named()).thenReturn(late));
    }
}
