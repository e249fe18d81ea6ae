package vn.ocopmarket.catalog.stamp;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.stamp.domain.Roll;

/**
 * All rolls of numbers. A batch is written into its roll in the write that claims its numbers, and from there carried to the
 * batches, so that a crash in between loses neither. Every call fails when the store does not answer in time.
 */
public interface StampRolls {

    /** Empty when no number is written so. */
    Mono<Roll> find(String id);

    /** Adds the last claim of the roll, with the batch it is for; false when it is not the revision after the present one. */
    Mono<Boolean> claim(Roll next, StampBatch batch);

    /** Batches that were claimed and are not carried on yet. */
    Flux<StampBatch> uncarried();

    /** The batch is where it belongs. */
    Mono<Void> carried(StampBatch batch);
}
