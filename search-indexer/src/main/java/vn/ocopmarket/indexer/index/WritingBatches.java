package vn.ocopmarket.indexer.index;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.indexer.projection.ProjectingProducts;

/**
 * Writes some products, with compare-and-set: a document replaces exactly the state it was compared with, and only when no
 * part of it is older. So whatever writers do at the same time, no part of a document ever goes back.
 */
final class WritingBatches {

    private static final int TRIES = 10;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Products products;
    private final Availability availability;
    private final Documents documents;
    private final Parking parking;
    private final ProjectingProducts projecting;

    WritingBatches(
            Products products,
            Availability availability,
            Documents documents,
            Parking parking,
            ProjectingProducts projecting) {
        this.products = products;
        this.availability = availability;
        this.documents = documents;
        this.parking = parking;
        this.projecting = projecting;
    }

    Mono<RefreshCounts> write(List<ProductRecord> batch, IndexTarget target) {
        return write(batch, target, TRIES);
    }

    private Mono<RefreshCounts> write(List<ProductRecord> batch, IndexTarget target, int tries) {
        if (batch.isEmpty()) {
            return Mono.just(RefreshCounts.NONE);
        }
        if (tries == 0) {
            return Mono.error(new IllegalStateException("Always overtaken: " + ids(batch)));
        }
        return Mono.zip(availability.of(skus(batch)), documents.find(target.index(), ids(batch)))
                .flatMap(read -> carryOut(batch, read.getT1(), read.getT2(), target))
                .flatMap(outcome -> again(outcome, target, tries - 1));
    }

    private Mono<BatchOutcome> carryOut(
            List<ProductRecord> batch,
            List<AvailabilityRecord> availability,
            Map<String, Indexed> indexed,
            IndexTarget target) {
        var plan = BatchPlan.of(batch, availability, indexed, projecting);
        return documents
                .write(target.index(), plan.writes(), target.visibility())
                .map(plan::outcome)
                .flatMap(outcome -> Flux.fromIterable(outcome.refused())
                        .concatMap(refused -> parking.park(refused.id(), refused.reason()))
                        .then(parking.release(outcome.written()))
                        .thenReturn(outcome));
    }

    /** What someone else changed meanwhile is read again and compared again. */
    private Mono<RefreshCounts> again(BatchOutcome outcome, IndexTarget target, int tries) {
        if (outcome.overtaken().isEmpty()) {
            return Mono.just(outcome.counts());
        }
        return Mono.delay(PAUSE)
                .thenMany(products.byIds(outcome.overtaken()))
                .collectList()
                .flatMap(batch -> write(batch, target, tries))
                .map(outcome.counts()::plus);
    }

    private static List<String> ids(Collection<ProductRecord> batch) {
        return batch.stream().map(ProductRecord::id).toList();
    }

    private static List<String> skus(Collection<ProductRecord> batch) {
        return batch.stream()
                .flatMap(product -> product.variants().stream())
                .map(Variant::sku)
                .toList();
    }
}
