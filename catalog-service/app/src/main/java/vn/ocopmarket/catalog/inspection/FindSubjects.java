package vn.ocopmarket.catalog.inspection;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.inspection.domain.Subject;
import vn.ocopmarket.catalog.producer.Producers;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.catalog.trace.Lots;
import vn.ocopmarket.contract.product.ProducerRecord;
import vn.ocopmarket.contract.product.ProductRecord;

/** Looks up what is inspected. */
final class FindSubjects {

    private final Producers producers;
    private final Products products;
    private final Lots lots;

    FindSubjects(Producers producers, Products products, Lots lots) {
        this.producers = producers;
        this.products = products;
        this.lots = lots;
    }

    /** Empty when there is none. */
    Mono<Subject> find(Subject.Kind kind, String id) {
        return switch (kind) {
            case PRODUCER -> producers.find(id).mapNotNull(known -> of(known.record()));
            case PRODUCT ->
                products.find(id).map(found -> {
                    var product = found.record();
                    return of(kind, product.id(), product.name(), product);
                });
            case LOT ->
                lots.find(id)
                        .flatMap(lot -> products.withIds(Set.of(lot.productId()))
                                .next()
                                .map(product -> of(
                                        kind,
                                        lot.id(),
                                        product.name() + " · " + lot.lot().value(),
                                        product)));
        };
    }

    /** Null when nobody knows in which province it is, since then nobody is its inspector. */
    private static @Nullable Subject of(ProducerRecord producer) {
        var place = producer.place();
        return place == null
                ? null
                : new Subject(
                        Subject.Kind.PRODUCER,
                        producer.id(),
                        producer.name(),
                        producer.id(),
                        producer.name(),
                        place.provinceCode(),
                        null);
    }

    private static Subject of(Subject.Kind kind, String id, String label, ProductRecord product) {
        return new Subject(
                kind,
                id,
                label,
                product.producer().id(),
                product.producer().name(),
                product.place().provinceCode(),
                product.id());
    }
}
