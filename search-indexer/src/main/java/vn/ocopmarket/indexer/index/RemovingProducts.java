package vn.ocopmarket.indexer.index;

import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;

/** Takes documents of products out that the catalogue does not have. */
public final class RemovingProducts {

    private final Products products;
    private final Documents documents;

    RemovingProducts(Products products, Documents documents) {
        this.products = products;
        this.documents = documents;
    }

    /**
     * How many of these were removed; those that the catalogue has stay. The index is read before the catalogue, and a
     * document is removed in the state that was read, so one that comes back meanwhile is not lost.
     */
    public Mono<Long> unknown(Collection<String> ids, IndexTarget target) {
        return ids.isEmpty()
                ? Mono.just(0L)
                : documents
                        .find(target.index(), ids)
                        .flatMap(there -> there.isEmpty()
                                ? Mono.just(0L)
                                : known(there.keySet())
                                        .flatMapIterable(known -> there.values().stream()
                                                .filter(document -> !known.contains(document.id()))
                                                .toList())
                                        .concatMap(extra -> documents
                                                .remove(target.index(), extra)
                                                .thenReturn(extra))
                                        .count());
    }

    /** One that cannot be read is there. */
    private Mono<List<String>> known(Collection<String> ids) {
        return products.byIds(ids)
                .map(ProductRecord::id)
                .collectList()
                .onErrorResume(
                        UnreadableProductException.class,
                        _ -> Flux.fromIterable(ids).collectList());
    }
}
