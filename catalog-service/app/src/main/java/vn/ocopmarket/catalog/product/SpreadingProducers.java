package vn.ocopmarket.catalog.product;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.catalog.producer.Producers;

/** Carries a producer's new name into its products, since each product shows it. */
public final class SpreadingProducers {

    private final Producers producers;
    private final Products products;
    private final Clock clock;

    SpreadingProducers(Producers producers, Products products, Clock clock) {
        this.producers = producers;
        this.products = products;
        this.clock = clock;
    }

    /** Goes on where an earlier run stopped; products that someone edits meanwhile are left to the next run. */
    public Mono<Void> run() {
        return producers.unspread().concatMap(this::spread).then();
    }

    private Mono<Void> spread(KnownProducer producer) {
        return products.ofProducer(producer.record().id())
                .mapNotNull(product -> {
                    var next = product.changedTo(
                            Records.with(product.record(), producer.ref()), product.certifiedGroup(), deed(producer));
                    return next == product ? null : next;
                })
                .concatMap(next -> products.write(List.of(next)))
                .map(java.util.Set::isEmpty)
                .all(written -> written)
                .flatMap(all -> all
                        ? producers.spread(
                                producer.record().id(), producer.record().revision())
                        : Mono.empty());
    }

    /** In the name of who changed the producer. */
    private Deed deed(KnownProducer producer) {
        var who =
                producer.history().isEmpty() ? "" : producer.history().getLast().who();
        return new Deed(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                who,
                "PRODUCER_RENAMED",
                producer.record().id(),
                "");
    }
}
