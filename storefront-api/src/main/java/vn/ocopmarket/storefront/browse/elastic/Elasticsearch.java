package vn.ocopmarket.storefront.browse.elastic;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.browse.SearchUnavailable;

/** One request and its answer, as bytes; the typed client would build and walk objects that nobody needs. */
@Component
class Elasticsearch {

    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;

    private final Rest5Client client;
    private final Duration timeout;
    private final String index;
    private final CircuitBreaker breaker;

    Elasticsearch(Rest5Client client, CircuitBreaker breaker, BrowseSettings settings) {
        this.client = client;
        this.breaker = breaker;
        this.timeout = settings.searchTimeout();
        this.index = "/" + settings.index();
    }

    /** Runs a search. Every error but a bug of ours is {@link SearchUnavailable}. */
    Mono<byte[]> search(byte[] query) {
        return post("/_search", query);
    }

    /** Runs several searches, given and answered in the form of {@code _msearch}, in order. */
    Mono<byte[]> searchAll(byte[] queries) {
        return post("/_msearch", queries);
    }

    /** Gets a document by id, in real time. Empty when there is none. */
    Mono<byte[]> get(String id) {
        return send(new Request("GET", index + "/_doc/" + id));
    }

    /** Gets documents by their ids, in real time; those that are not there are marked as such in the answer. */
    Mono<byte[]> getAll(byte[] ids) {
        return post("/_mget", ids);
    }

    /** What it means that one of several was refused. */
    static RuntimeException failure(int status, String why) {
        return status == BAD_REQUEST
                ? new IllegalStateException("Elasticsearch does not understand us: " + why)
                : new SearchUnavailable(why, new IOException("Elasticsearch says " + status));
    }

    private Mono<byte[]> post(String action, byte[] body) {
        var request = new Request("POST", index + action);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return send(request);
    }

    private Mono<byte[]> send(Request request) {
        return Mono.<byte[]>create(sink -> {
                    var running = client.performRequestAsync(request, new Answer(sink));
                    var _ = sink.onCancel(running::cancel);
                })
                .timeout(timeout)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(
                        failure -> !(failure instanceof IllegalStateException),
                        failure -> new SearchUnavailable(failure.toString(), failure));
    }

    private record Answer(MonoSink<byte[]> sink) implements ResponseListener {

        @Override
        public void onSuccess(Response response) {
            try {
                var body = EntityUtils.toByteArray(response.getEntity());
                if (response.getStatusCode() == NOT_FOUND) {
                    missing(body);
                } else {
                    sink.success(body);
                }
            } catch (IOException unreadable) {
                sink.error(unreadable);
            }
        }

        @Override
        public void onFailure(Exception failure) {
            var isOurFault = failure instanceof ResponseException refused
                    && refused.getResponse().getStatusCode() == BAD_REQUEST;
            sink.error(
                    isOurFault ? new IllegalStateException("Elasticsearch does not understand us", failure) : failure);
        }

        /** A missing index is a service that is not ready, not a product that does not exist. */
        private void missing(byte[] body) {
            if (new String(body, StandardCharsets.UTF_8).contains("\"found\":false")) {
                sink.success();
            } else {
                sink.error(new IOException("The index is not there"));
            }
        }
    }
}
