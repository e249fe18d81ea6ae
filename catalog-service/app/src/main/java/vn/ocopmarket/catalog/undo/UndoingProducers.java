package vn.ocopmarket.catalog.undo;

import java.util.List;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.imports.ImportJob.State;
import vn.ocopmarket.catalog.imports.Imports;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.catalog.producer.Producers;
import vn.ocopmarket.catalog.product.Befores;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.catalog.undo.UndoingProducts.Order;

/** Takes back the producers that nobody but imports which were taken back has added. */
final class UndoingProducers {

    private static final int BATCH = 100;

    private final Producers producers;
    private final Products products;
    private final Befores befores;
    private final Imports imports;

    UndoingProducers(Producers producers, Products products, Befores befores, Imports imports) {
        this.producers = producers;
        this.products = products;
        this.befores = befores;
        this.imports = imports;
    }

    /**
     * Those that the import named first, or another one that was taken back and had to leave them to this one's products; that
     * nobody has edited since, and that have no product.
     */
    Mono<Void> undo(Order order) {
        return befores.producers(order.run())
                .buffer(BATCH)
                .concatMap(ids -> producers.withIdsEvenRemoved(ids).collectList())
                .concatMapIterable(found -> found)
                .filter(producer -> !producer.removed())
                .filterWhen(producer -> isAddedInVain(producer, order))
                .concatMap(producer -> remove(producer, order))
                .then();
    }

    private Mono<Boolean> isAddedInVain(KnownProducer producer, Order order) {
        var last = producer.history().isEmpty() ? null : producer.history().getLast();
        if (last == null
                || last.number() != producer.record().revision()
                || !last.what().equals(Befores.DONE)) {
            return Mono.just(false);
        }
        return last.of().equals(order.deed().of())
                ? Mono.just(true)
                : imports.find(last.of())
                        .map(adder -> adder.state() == State.UNDOING || adder.state() == State.UNDONE)
                        .defaultIfEmpty(false);
    }

    /** Who writes a product of it looks afterwards whether it is removed, and so do we the other way round. */
    private Mono<Void> remove(KnownProducer producer, Order order) {
        var id = producer.record().id();
        return products.anyOf(id)
                .filter(any -> !any)
                .flatMap(_ -> producers.replace(producer.next(true, order.deed())))
                .flatMap(_ -> products.anyOf(id))
                .filter(any -> any)
                .flatMap(_ -> producers.revive(List.of(id)));
    }
}
