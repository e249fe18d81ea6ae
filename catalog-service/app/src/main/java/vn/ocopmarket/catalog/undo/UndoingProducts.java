package vn.ocopmarket.catalog.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.producer.Producers;
import vn.ocopmarket.catalog.product.Befores;
import vn.ocopmarket.catalog.product.Befores.Reversal;
import vn.ocopmarket.catalog.product.CatalogProduct;
import vn.ocopmarket.catalog.product.Products;

/**
 * Takes one run of an import back from products. Each is written once, guarded by its revision, together with an entry in its
 * history that says so; what has that entry is done, so all of it can be repeated.
 */
final class UndoingProducts {

    private static final int TRIES = 8;

    private final Products products;
    private final Producers producers;
    private final Befores befores;

    UndoingProducts(Products products, Producers producers, Befores befores) {
        this.products = products;
        this.producers = producers;
        this.befores = befores;
    }

    /**
     * How it is to be taken back.
     *
     * @param run which bringing-in of the import
     * @param deed what its products are told
     * @param partly also where others have changed other parts since: only what the import alone has changed
     */
    record Order(String run, Deed deed, boolean partly) {}

    /** One outcome for each. */
    Flux<UndoOutcome> undo(List<String> ids, Order order) {
        return undo(ids, order, TRIES);
    }

    private Flux<UndoOutcome> undo(List<String> ids, Order order, int tries) {
        return products.withIdsEvenRemoved(ids)
                .collectList()
                .flatMapMany(current -> befores.undone(order.run(), current)
                        .flatMapMany(undone -> undo(current, undone, order, tries)));
    }

    private Flux<UndoOutcome> undo(List<CatalogProduct> current, Set<String> undone, Order order, int tries) {
        var done = new ArrayList<UndoOutcome>();
        var open = new ArrayList<CatalogProduct>();
        for (var product : current) {
            if (undone.contains(product.record().id())) {
                done.add(product.removed() ? new UndoOutcome.Removed() : new UndoOutcome.Restored());
            } else {
                open.add(product);
            }
        }
        return Flux.concat(
                Flux.fromIterable(done),
                befores.reversals(order.run(), open)
                        .collectList()
                        .flatMapMany(reversals -> carriedOut(reversals, order, tries)));
    }

    private Flux<UndoOutcome> carriedOut(List<Reversal> reversals, Order order, int tries) {
        var left = reversals.stream()
                .filter(reversal -> !reversal.isWhole() && !order.partly())
                .toList();
        return Flux.fromIterable(reversals)
                .filter(reversal -> !left.contains(reversal))
                .concatMap(reversal -> next(reversal, order))
                .collectList()
                .flatMapMany(next -> products.write(next).flatMapMany(late -> written(next, late, order, tries)))
                .concatWith(Flux.fromIterable(left).map(UndoingProducts::left));
    }

    private Flux<UndoOutcome> written(List<CatalogProduct> next, Set<String> late, Order order, int tries) {
        var outcomes = next.stream()
                .filter(product -> !late.contains(product.record().id()))
                .<UndoOutcome>map(product -> product.removed() ? new UndoOutcome.Removed() : new UndoOutcome.Restored())
                .toList();
        var named = next.stream()
                .filter(product -> !product.removed())
                .map(product -> product.record().producer().id())
                .toList();
        var again = late.isEmpty()
                ? Flux.<UndoOutcome>empty()
                : tries > 1 ? undo(List.copyOf(late), order, tries - 1) : taken(late, order);
        return producers.revive(named).thenMany(Flux.fromIterable(outcomes)).concatWith(again);
    }

    /** Something that it had, such as a GTIN, is another product's by now. */
    private Flux<UndoOutcome> taken(Set<String> late, Order order) {
        return products.withIdsEvenRemoved(late)
                .collectList()
                .flatMapMany(current -> befores.reversals(order.run(), current))
                .map(UndoingProducts::left);
    }

    /** The producer as it is called now: its name is spread by itself. */
    private Mono<CatalogProduct> next(Reversal reversal, Order order) {
        var back = reversal.back();
        var deed = order.deed().marked(order.run());
        if (back == null) {
            return Mono.just(reversal.current().removedBy(deed));
        }
        return producers
                .withIdsEvenRemoved(Set.of(back.record().producer().id()))
                .map(producer -> back.madeBy(producer.ref()))
                .next()
                .defaultIfEmpty(back)
                .map(content -> reversal.current().becoming(content, deed));
    }

    private static UndoOutcome left(Reversal reversal) {
        var record = reversal.current().record();
        return new UndoOutcome.Left(new LeftProduct(
                record.id(),
                record.name(),
                List.copyOf(new TreeSet<>(reversal.changedSince())),
                List.copyOf(new TreeSet<>(reversal.undoable())),
                false));
    }
}
