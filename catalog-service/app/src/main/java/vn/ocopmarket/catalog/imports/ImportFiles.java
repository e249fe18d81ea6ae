package vn.ocopmarket.catalog.imports;

import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The bytes of imports that are not done. Every call fails when the store does not answer in time. */
public interface ImportFiles {

    /** Keeps them; keeping the same again changes nothing. */
    Mono<Void> keep(String importId, Flux<ByteBuffer> pieces);

    /** The pieces as they were kept; empty when there are none. */
    Flux<ByteBuffer> read(String importId);

    /** Forgets them. */
    Mono<Void> drop(String importId);
}
