package vn.ocopmarket.service.idempotency;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/** A request whose body has been read and can be read again. */
final class BufferedRequest extends ServerHttpRequestDecorator {

    private final Flux<DataBuffer> content;

    BufferedRequest(ServerHttpRequest request, Flux<DataBuffer> content) {
        super(request);
        this.content = content;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return content;
    }
}
