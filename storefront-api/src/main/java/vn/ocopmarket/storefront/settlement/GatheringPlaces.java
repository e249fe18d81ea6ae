package vn.ocopmarket.storefront.settlement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps how far gathering is with what was sold before sales said of themselves that they wait. */
public interface GatheringPlaces {

    /** Never empty. */
    Mono<Place> find();

    /** Goes on to there, never back. */
    Mono<Void> move(Place to);

    /** What could not be entered when somebody last tried; instead of what was kept before. */
    Mono<Void> keep(List<Stuck> stuck);

    /** Never empty; the list may be. */
    Mono<List<Stuck>> stuck();

    /**
     * Something that was sold and cannot be entered, for whoever has to look at it.
     *
     * @param document number of the order or of the receipt
     */
    record Stuck(String document, String why) {}

    /**
     * How far it is.
     *
     * @param after id of the last order that was looked at; null before the first
     * @param done whether everything was
     */
    record Place(@Nullable String after, boolean done) {}
}
