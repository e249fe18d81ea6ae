package vn.ocopmarket.catalog.inspection;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.inspection.domain.Finding;

/** All findings. Every call fails when the store does not answer in time; a cancelled one can be tried again. */
public interface Findings {

    /** Empty when there is none. */
    Mono<Finding> find(String id);

    /** False when there is one under that id already. */
    Mono<Boolean> add(Finding finding);

    /** Puts the next revision in place of the one before it; false when that is not the present one. */
    Mono<Boolean> replace(Finding next);

    /** By deadline, those that are over last. */
    Flux<Finding> list(Query query, int skip, int limit);

    /** How many there are on each list, with all else of the query. */
    Mono<Map<Shelf, Long>> counts(Query query);

    /** Those whose certificates are still to be told that they rest. */
    Flux<Finding> toCarryOut();

    /** Lists of findings. */
    enum Shelf {
        ALL,
        OPEN,
        OVERDUE,
        ANSWERED,
        SUSPENDED,
        CLOSED
    }

    /**
     * Whose findings are seen.
     *
     * @param everywhere regardless of the rest
     */
    record Reach(boolean everywhere, Set<String> provinces, Set<String> producers) {

        public Reach {
            provinces = Set.copyOf(provinces);
            producers = Set.copyOf(producers);
        }
    }

    /**
     * Which findings are asked for.
     *
     * @param day decides what is overdue
     */
    record Query(
            Reach reach,
            Shelf shelf,
            @Nullable String producer,
            @Nullable String product,
            LocalDate day) {}
}
