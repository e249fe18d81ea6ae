package vn.ocopmarket.catalog.certificate.web;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.certificate.AttachingDecisions;
import vn.ocopmarket.catalog.problem.Problem;

/** Signed decisions on their way in. */
final class Uploads {

    private Uploads() {}

    /** All of it, never empty; a problem when it is too large. */
    static Mono<byte[]> bytes(Flux<DataBuffer> content) {
        return DataBufferUtils.join(content, AttachingDecisions.MOST_BYTES)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    var _ = DataBufferUtils.release(buffer);
                    return bytes;
                })
                .onErrorMap(
                        DataBufferLimitException.class,
                        _ -> Problem.of("too-large", 413, AttachingDecisions.MOST_BYTES >> 20))
                .defaultIfEmpty(new byte[0]);
    }
}
