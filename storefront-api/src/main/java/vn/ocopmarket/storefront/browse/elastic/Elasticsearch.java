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
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.browse.InvalidCursor;
import vn.ocopmarket.storefront.browse.SearchUnavailable;

/** One request and its answer, as bytes; the typed client would build and walk objects that nobody needs. */
@Component
class Elasticsearch {

    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final int UNREADABLE = 500;
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([A-Za-z0-9_=+/-]+)\"");

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

    /** After which it counts as down. */
    Duration timeout() {
        return timeout;
    }

    /** Runs a search. Every error but a bug of ours is {@link SearchUnavailable}. */
    Mono<byte[]> search(byte[] query) {
        return post("/_search", query);
    }

    /** Runs several searches, given and answered in the form of {@code _msearch}, in order. */
    Mono<byte[]> searchAll(byte[] queries) {
        return post("/_msearch", queries);
    }

    /**
     * Runs a search in a moment that it names itself. An error is {@link InvalidCursor} when that moment is over or never was,
     * else as in a search.
     */
    Mono<byte[]> searchWithin(byte[] query) {
        var request = new Request("POST", "/_search");
        request.addParameter("allow_partial_search_results", "false");
        return send(request, query, WithinAMoment::new);
    }

    /** The name of a moment of the index that begins now and ends when nobody searched it for so long. */
    Mono<String> openMoment(Duration life) {
        var open = new Request("POST", index + "/_pit");
        open.addParameter("keep_alive", life.toSeconds() + "s");
        return send(open).map(Elasticsearch::name);
    }

    /** Completes also when there is no such moment. */
    Mono<Void> closeMoment(String name) {
        var close = ("{\"id\":\"" + name + "\"}").getBytes(StandardCharsets.US_ASCII);
        return send(new Request("DELETE", "/_pit"), close, WithinAMoment::new)
                .onErrorComplete(InvalidCursor.class)
                .then();
    }

    /** Gets a document by id, in real time. Empty when there is none. */
    Mono<byte[]> get(String id) {
        return send(new Request("GET", index + "/_doc/" + id));
    }

    /** Gets documents by their ids, in real time; those that are not there are marked as such in the answer. */
    Mono<byte[]> getAll(byte[] ids) {
        return post("/_mget", ids);
    }

    private static String name(byte[] opened) {
        var id = ID.matcher(new String(opened, StandardCharsets.UTF_8));
        if (!id.find()) {
            throw new IllegalStateException("A moment of the index without a name");
        }
        return id.group(1);
    }

    /** What it means that one of several was refused. */
    static RuntimeException failure(int status, String why) {
        return status == BAD_REQUEST
                ? new IllegalStateException("Elasticsearch does not understand us: " + why)
                : new SearchUnavailable(why, new IOException("Elasticsearch says " + status));
    }

    private Mono<byte[]> post(String action, byte[] body) {
        return send(new Request("POST", index + action), body, Answer::new);
    }

    private Mono<byte[]> send(Request request, byte[] body, Function<MonoSink<byte[]>, ResponseListener> answer) {
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return send(request, answer);
    }

    private Mono<byte[]> send(Request request) {
        return send(request, Answer::new);
    }

    private Mono<byte[]> send(Request request, Function<MonoSink<byte[]>, ResponseListener> answer) {
        return Mono.<byte[]>create(sink -> {
                    var running = client.performRequestAsync(request, answer.apply(sink));
                    var _ = sink.onCancel(running::cancel);
                })
                .timeout(timeout)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(
                        failure -> !(failure instanceof IllegalStateException || failure instanceof InvalidCursor),
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

    /** The name of the moment came from outside, so it may be anything: that is neither our bug nor a server that is ill. */
    private record WithinAMoment(MonoSink<byte[]> sink) implements ResponseListener {

        @Override
        public void onSuccess(Response response) {
            switch (response.getStatusCode()) {
                case NOT_FOUND -> sink.error(InvalidCursor.tooOld());
                case BAD_REQUEST -> sink.error(new InvalidCursor());
                default -> new Answer(sink).onSuccess(response);
            }
        }

        @Override
        public void onFailure(Exception failure) {
            var isUnreadable = failure instanceof ResponseException refused
                    && refused.getResponse().getStatusCode() == UNREADABLE;
            sink.error(isUnreadable ? new InvalidCursor() : failure);
        }
    }
}
