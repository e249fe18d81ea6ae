package vn.ocopmarket.catalog.media;

import java.nio.ByteBuffer;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files as they were uploaded. */
public interface Originals {

    /** Completes with where it is, once it is kept durably. An attempt that fails leaves what {@link #olderThan} finds. */
    Mono<String> keep(Flux<ByteBuffer> content);

    /** Its bytes. Empty when there is nothing there. */
    Flux<ByteBuffer> read(String place);

    /** Removes what is there, whole or in part. Safe to repeat. */
    Mono<Void> drop(String place);

    /** Where something was begun before that moment, whole or in part, in no order. */
    Flux<String> olderThan(Instant moment);
}
