package vn.ocopmarket.service.idempotency;

import java.util.Set;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps an answer that will not change before anything of it is sent. */
final class RememberingResponse extends ServerHttpResponseDecorator {

    /** Who asks again signed in, allowed, or more slowly may get another answer. */
    private static final Set<Integer> AGAIN = Set.of(401, 403, 408, 425, 429);

    private final Function<StoredAnswer, Mono<Void>> keep;
    private volatile boolean answered;

    RememberingResponse(ServerHttpResponse response, Function<StoredAnswer, Mono<Void>> keep) {
        super(response);
        this.keep = keep;
    }

    boolean hasAnswered() {
        return answered;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return DataBufferUtils.join(Flux.from(body))
                .map(RememberingResponse::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(bytes -> remember(bytes)
                        .then(super.writeWith(
                                Mono.fromSupplier(() -> bufferFactory().wrap(bytes)))));
    }

    @Override
    public Mono<Void> setComplete() {
        return answered ? super.setComplete() : remember(new byte[0]).then(super.setComplete());
    }

    private Mono<Void> remember(byte[] bytes) {
        var status = getStatusCode();
        if (status != null && !isFinal(status)) {
            return Mono.empty();
        }
        answered = true;
        var type = getHeaders().getFirst("Content-Type");
        var location = getHeaders().getFirst("Location");
        var etag = getHeaders().getFirst("ETag");
        return keep.apply(new StoredAnswer(status == null ? 200 : status.value(), type, location, etag, bytes));
    }

    private boolean isFinal(HttpStatusCode status) {
        return status.is2xxSuccessful()
                || status.is4xxClientError()
                        && !AGAIN.contains(status.value())
                        && !getHeaders().containsHeader(HttpHeaders.RETRY_AFTER);
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
