package vn.ocopmarket.storefront.parked;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where one kind of work lies parked; every bean of this type is on the page of parked work. */
public interface ParkingPlace {

    /** One word in an address; its name is the message {@code parked.kind.<kind>}. */
    String kind();

    /** What people should know of this kind: words of {@code parked.remark.*}. */
    default List<String> remarks() {
        return List.of();
    }

    /**
     * What whoever drops something of this kind has to choose from, because it left more behind than itself: words of
     * {@code parked.choice.<kind>.*}; none when there is nothing to choose.
     */
    default List<String> choices() {
        return List.of();
    }

    /** The oldest first. */
    Flux<Parked> parked(int limit);

    /** Is tried again; false when it is not parked, or not any more. */
    Mono<Boolean> replay(String id);

    /**
     * Nobody will do it; false when it is not parked, or not any more.
     *
     * @param dropping with one of the choices, if there are any
     */
    Mono<Boolean> drop(String id, Dropping dropping);

    /**
     * Who drops something.
     *
     * @param why words that are kept
     * @param by the account of who decided it
     * @param choice one of those there are; empty when there are none
     */
    record Dropping(String why, String by, String choice) {}
}
