package vn.ocopmarket.storefront.parked;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.parked.ParkingPlace.Dropping;

/** Lists all parked work of this service, tries it again, or drops it. */
public final class HandlingParked {

    private static final Logger LOG = LoggerFactory.getLogger(HandlingParked.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Supplier<List<ParkingPlace>> places;

    HandlingParked(Supplier<List<ParkingPlace>> places) {
        this.places = places;
    }

    /**
     * The parked work of one kind; so many at most, the oldest first.
     *
     * @param remarks what people should know of the kind
     * @param choices what whoever drops one has to choose from
     * @param reachable whether its place answered
     */
    public record Kind(
            String name, List<Parked> parked, List<String> remarks, List<String> choices, boolean reachable) {

        public Kind {
            parked = List.copyOf(parked);
            remarks = List.copyOf(remarks);
            choices = List.copyOf(choices);
        }

        private static Kind of(ParkingPlace place, List<Parked> parked, boolean reachable) {
            return new Kind(place.kind(), parked, place.remarks(), place.choices(), reachable);
        }
    }

    /** Every kind, those without any too; one whose place does not answer says so and hides no other. */
    public Flux<Kind> all(int most) {
        return Flux.fromIterable(places.get())
                .concatMap(place -> place.parked(most)
                        .collectList()
                        .timeout(TIMEOUT)
                        .map(parked -> Kind.of(place, parked, true))
                        .onErrorResume(failure -> {
                            LOG.warn("Parked {} cannot be listed: {}", place.kind(), failure.toString());
                            return Mono.just(Kind.of(place, List.of(), false));
                        }));
    }

    /** False when there is no such thing parked, or not any more. */
    public Mono<Boolean> replay(String kind, String id) {
        return place(kind).flatMap(place -> place.replay(id)).timeout(TIMEOUT).defaultIfEmpty(false);
    }

    /** What whoever drops something of a kind has to choose from; none when there is nothing to choose. */
    public List<String> choices(String kind) {
        return places.get().stream()
                .filter(place -> place.kind().equals(kind))
                .flatMap(place -> place.choices().stream())
                .toList();
    }

    /** False when there is no such thing parked, or not any more. The choice has to be one of those there are. */
    public Mono<Boolean> drop(String kind, String id, Dropping dropping) {
        return place(kind)
                .flatMap(place -> place.drop(id, dropping))
                .timeout(TIMEOUT)
                .defaultIfEmpty(false);
    }

    private Mono<ParkingPlace> place(String kind) {
        return Mono.justOrEmpty(
                places.get().stream().filter(place -> place.kind().equals(kind)).findFirst());
    }
}
