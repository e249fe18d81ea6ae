package vn.ocopmarket.storefront.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.transfer.domain.Reception;
import vn.ocopmarket.storefront.transfer.domain.Transfer;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Parcel;

/** All transfers; every change names the state it leaves and gives the transfer after it, or nothing when it is elsewhere. */
public interface Transfers {

    /** Writes it down; what is stored under the id already wins and is given back. */
    Mono<Transfer> add(Transfer transfer);

    /** Empty when there is none. */
    Mono<Transfer> find(String id);

    /** The goods left with these lots. */
    Mono<Transfer> sent(String id, List<Parcel> parcels);

    /** Nothing was taken. */
    Mono<Transfer> refused(String id);

    /** They arrived and were counted; the first to say so is believed. */
    Mono<Transfer> counted(String id, Reception reception);

    /** Everything is where it was found to be. */
    Mono<Transfer> received(String id);

    /** Those that a step was begun of before the moment and not ended. */
    Flux<Transfer> unfinishedSince(Instant moment, int limit);

    /** Newest first, from or to these locations (null: all); {@code before} is the id of the last seen. */
    Flux<Transfer> page(
            @Nullable List<String> locations, Transfer.@Nullable State state, @Nullable String before, int limit);
}
