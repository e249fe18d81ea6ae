package vn.ocopmarket.catalog.problem;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/** A body that ends with a problem when it grows too large. */
public final class Limited {

    private Limited() {}

    /** @param most bytes */
    public static Flux<DataBuffer> to(long most, Flux<DataBuffer> content) {
        return Flux.defer(() -> {
            var size = new AtomicLong();
            return content.map(buffer -> {
                if (size.addAndGet(buffer.readableByteCount()) > most) {
                    DataBufferUtils.release(buffer);
                    throw Problem.of("too-large", 413, most >> 20);
                }
                return buffer;
            });
        });
    }
}
