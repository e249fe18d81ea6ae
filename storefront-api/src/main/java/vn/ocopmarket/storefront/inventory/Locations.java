package vn.ocopmarket.storefront.inventory;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All stock locations. */
public interface Locations {

    /** True when it was made now or is already there just so; false when the id belongs to another location. */
    Mono<Boolean> create(Location location);

    /** Replaces what is known of a location; false when there is none with that id. */
    Mono<Boolean> change(Location location);

    /** Empty when there is none. */
    Mono<Location> find(String id);

    /** In the order of their ids; at most a few seconds old. */
    Flux<Location> all();
}
