package vn.ocopmarket.catalog.media.http;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestBodySpec;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.retry.Retry;
import vn.ocopmarket.catalog.media.Originals;

/**
 * Any storage that speaks S3. A place is named by the file's content and then by the attempt to keep it: sent again by a
 * retry it is the same bytes at the same place, and what is swept is never what somebody has just sent anew.
 */
final class S3Originals implements Originals {

    private static final String FOLDER = "originals/";
    /** What it is, nobody need know: it is given to none but programs of ours. */
    private static final Map<String, String> HEADERS = Map.of("content-type", "application/octet-stream");

    private static final Pattern PLACE = Pattern.compile("[0-9a-z]{1,64}/[0-9a-f-]{36}");
    private static final int MOST_CONNECTIONS = 16;
    private static final int LARGEST_LIST = 4 << 20;
    private static final int RETRIES = 2;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final WebClient client;
    private final S3Signature signature;
    private final URI bucket;
    private final Duration timeout;

    S3Originals(S3Settings settings, Clock clock) {
        this.signature = new S3Signature(settings.region(), settings.accessKey(), settings.secretKey(), clock);
        this.bucket = URI.create(settings.endpoint().replaceAll("/+$", "") + '/' + settings.bucket() + '/');
        this.timeout = settings.timeout();
        var connections = ConnectionProvider.builder("originals")
                .maxConnections(MOST_CONNECTIONS)
                .pendingAcquireTimeout(timeout)
                .maxIdleTime(timeout)
                .build();
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(
                        HttpClient.create(connections).responseTimeout(timeout).disableRetry(true)))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_LIST))
                .build();
    }

    @Override
    public Mono<String> keep(Upload upload) {
        return Mono.fromCallable(() -> upload.id() + '/' + AttemptIds.next())
                .flatMap(place -> Mono.defer(() -> request(HttpMethod.PUT, address(place), upload.digest(), HEADERS)
                                .contentLength(upload.length())
                                .body(upload.pieces(), ByteBuffer.class)
                                .exchangeToMono(S3Originals::done))
                        .as(this::tried)
                        .thenReturn(place));
    }

    @Override
    public Flux<ByteBuffer> read(String place, long from, long length) {
        if (!PLACE.matcher(place).matches() || length < 1) {
            return Flux.empty();
        }
        var range = "bytes=" + from + '-' + (from + length - 1);
        return Flux.defer(() -> request(HttpMethod.GET, address(place), S3Signature.NO_BODY, Map.of("range", range))
                .exchangeToFlux(answer -> switch (answer.statusCode().value()) {
                    case 206 -> answer.bodyToFlux(ByteBuffer.class);
                    case 404, 416 -> answer.releaseBody().thenMany(Flux.empty());
                    default -> refused(answer).flux().cast(ByteBuffer.class);
                }));
    }

    @Override
    public Mono<Void> drop(String place) {
        return PLACE.matcher(place).matches()
                ? Mono.defer(() -> request(HttpMethod.DELETE, address(place), S3Signature.NO_BODY, Map.of())
                                .exchangeToMono(answer ->
                                        answer.statusCode().value() == 404 ? answer.releaseBody() : done(answer)))
                        .as(this::tried)
                : Mono.empty();
    }

    @Override
    public Flux<String> olderThan(Instant moment) {
        return page("").expand(page -> page.next().isEmpty() ? Mono.empty() : page(page.next()))
                .concatMapIterable(S3Page::entries)
                .filter(entry -> entry.storedAt().isBefore(moment))
                .map(entry -> entry.key().substring(FOLDER.length()))
                .filter(place -> PLACE.matcher(place).matches());
    }

    private Mono<S3Page> page(String from) {
        var parameters = new TreeMap<>(Map.of("list-type", "2", "prefix", FOLDER));
        if (!from.isEmpty()) {
            parameters.put("continuation-token", from);
        }
        return Mono.defer(() -> request(
                                HttpMethod.GET,
                                bucket.resolve("?" + S3Signature.query(parameters)),
                                S3Signature.NO_BODY,
                                Map.of())
                        .exchangeToMono(answer -> answer.statusCode().is2xxSuccessful()
                                ? answer.bodyToMono(byte[].class)
                                : refused(answer)))
                .as(this::tried)
                .map(S3Page::read);
    }

    private URI address(String place) {
        return bucket.resolve(FOLDER + place);
    }

    /** Signed when it is called, so once for each try. */
    private RequestBodySpec request(HttpMethod method, URI address, String digest, Map<String, String> given) {
        return client.method(method)
                .uri(address)
                .headers(headers ->
                        signature.headers(method.name(), address, digest, given).forEach(headers::set));
    }

    private <T> Mono<T> tried(Mono<T> once) {
        return once.timeout(timeout)
                .retryWhen(Retry.backoff(RETRIES, PAUSE)
                        .filter(S3Originals::mayPass)
                        .onRetryExhaustedThrow((_, last) -> last.failure()));
    }

    /** Whether to try again helps. */
    static boolean mayPass(Throwable failure) {
        return failure instanceof WebClientRequestException
                || failure instanceof TimeoutException
                || failure instanceof NoAnswer refused && refused.isPassing();
    }

    private static Mono<Void> done(ClientResponse answer) {
        return answer.statusCode().is2xxSuccessful() ? answer.releaseBody() : refused(answer);
    }

    private static <T> Mono<T> refused(ClientResponse answer) {
        return answer.releaseBody().then(Mono.error(() -> new NoAnswer(answer.statusCode())));
    }

    /** The storage did not do it. */
    static final class NoAnswer extends RuntimeException {

        private static final int TOO_MANY = 429;

        private final transient HttpStatusCode status;

        NoAnswer(HttpStatusCode status) {
            super("The storage of originals answered " + status);
            this.status = status;
        }

        boolean isPassing() {
            return status.is5xxServerError() || status.value() == TOO_MANY;
        }
    }
}
