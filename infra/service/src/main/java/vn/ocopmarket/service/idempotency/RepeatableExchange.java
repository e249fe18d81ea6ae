package vn.ocopmarket.service.idempotency;

import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.adapter.DefaultServerWebExchange;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import reactor.core.publisher.Mono;

/** An exchange whose forms and parts are read from the body that was kept: an ordinary one has them from what is read out. */
final class RepeatableExchange extends ServerWebExchangeDecorator {

    private final ServerHttpRequest request;
    private final RememberingResponse response;
    private final ServerWebExchange reading;

    RepeatableExchange(
            ServerWebExchange exchange,
            ServerHttpRequest request,
            RememberingResponse response,
            ServerCodecConfigurer codecs) {
        super(exchange);
        this.request = request;
        this.response = response;
        this.reading = new DefaultServerWebExchange(
                request, response, _ -> Mono.empty(), codecs, new AcceptHeaderLocaleContextResolver());
    }

    @Override
    public ServerHttpRequest getRequest() {
        return request;
    }

    @Override
    public ServerHttpResponse getResponse() {
        return response;
    }

    boolean hasAnswered() {
        return response.hasAnswered();
    }

    @Override
    public Mono<MultiValueMap<String, String>> getFormData() {
        return reading.getFormData();
    }

    @Override
    public Mono<MultiValueMap<String, Part>> getMultipartData() {
        return reading.getMultipartData();
    }

    @Override
    public Mono<Void> cleanupMultipart() {
        return reading.cleanupMultipart();
    }
}
