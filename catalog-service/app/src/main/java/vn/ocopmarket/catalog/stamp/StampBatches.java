package vn.ocopmarket.catalog.stamp;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.stamp.domain.Batch;
import vn.ocopmarket.catalog.stamp.domain.Counts;
import vn.ocopmarket.catalog.stamp.domain.StampNumber;

/** All batches. Every call fails when the store does not answer in time; a cancelled one can be tried again. */
public interface StampBatches {

    /** Empty when there is none. */
    Mono<StampBatch> find(String id);

    /** Does nothing when there is one under that id already. */
    Mono<Void> add(StampBatch batch);

    /** Puts the next revision in place of the one before it; false when that is not the present one. */
    Mono<Boolean> replace(StampBatch next);

    /** The batch that has the number; empty when none has. */
    Mono<Batch> having(StampNumber number);

    /**
     * Latest printed first, without their ranges and notes.
     *
     * @param provinces null for all
     */
    Flux<Listed> list(@Nullable Collection<String> provinces, int skip, int limit);

    /**
     * How many there are.
     *
     * @param provinces null for all
     */
    Mono<Long> count(@Nullable Collection<String> provinces);

    /**
     * A batch in a list.
     *
     * @param batch without ranges and notes
     */
    record Listed(Batch batch, Counts counts) {}
}
