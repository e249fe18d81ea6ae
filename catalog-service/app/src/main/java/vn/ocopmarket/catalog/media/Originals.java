package vn.ocopmarket.catalog.media;

import java.nio.ByteBuffer;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files as they were uploaded. */
public interface Originals {

    /** Completes with where it is, once it is kept durably. An attempt that fails leaves what {@link #olderThan} finds. */
    Mono<String> keep(Upload upload);

    /** So many of its bytes from there on, fewer when it ends before. Empty when there is nothing there. */
    Flux<ByteBuffer> read(String place, long from, long length);

    /** Removes what is there, whole or in part. Safe to repeat. */
    Mono<Void> drop(String place);

    /** Where something was begun before that moment, whole or in part, in no order. */
    Flux<String> olderThan(Instant moment);

    /**
     * A file to keep.
     *
     * @param id follows from its bytes
     * @param digest SHA-256 of its bytes, in hexadecimal digits
     * @param length in bytes
     * @param pieces its bytes in order, from the start for each who subscribes
     */
    record Upload(String id, String digest, long length, Flux<ByteBuffer> pieces) {}
}
