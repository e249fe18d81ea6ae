package vn.ocopmarket.catalog.undo;

import java.util.List;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.catalog.producer.Producers;
import vn.ocopmarket.catalog.product.Befores;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.catalog.undo.UndoingProducts.Order;

/** Takes back the producers that a run has added. */
final class UndoingProducers {

    private static final int BATCH = 100;

    private final Producers producers;
    private final Products products;
    private final Befores befores;

    UndoingProducers(Producers producers, Products products, Befores befores) {
        this.producers = producers;
        this.products = products;
        this.befores = befores;
    }

    /** Those that the import named first, that nobody has edited since, and that have no product. */
    Mono<Void> undo(Order order) {
        return befores.producers(order.run())
                .buffer(BATCH)
                .concatMap(ids -> producers.withIdsEvenRemoved(ids).collectList())
                .concatMapIterable(found -> found)
                .filter(producer -> !producer.removed() && isAddedBy(producer, order))
                .concatMap(producer -> remove(producer, order))
                .then();
    }

    private static boolean isAddedBy(KnownProducer producer, Order order) {
        var last = producer.history().isEmpty() ? null : producer.history().getLast();
        return last != null
                && last.number() == producer.record().revision()
                && last.what().equals(Befores.DONE)
                && last.of().equals(order.deed().of());
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
