package vn.ocopmarket.storefront.idempotency.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.PlainPath;
import vn.ocopmarket.storefront.idempotency.AnsweredRequests;
import vn.ocopmarket.storefront.idempotency.AnsweredRequests.Begun;
import vn.ocopmarket.storefront.idempotency.OperationId;
import vn.ocopmarket.storefront.idempotency.StoredAnswer;
import vn.ocopmarket.storefront.pages.Problem;

/**
 * Does a POST with a key once: the first answer is kept before it is given, and given again to the same request, be it done or
 * refused for good. What may go well the next time (nobody signed in, too much at once, a fault) is not kept.
 */
@Component
@Order(0)
class IdempotencyFilter implements WebFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;
    private static final int LARGEST_BODY = 2 * 1024 * 1024;
    private static final Duration TAKEN_FOR_DEAD = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int LOOKS = 100;

    /** These keep their keys themselves, or have no use for one. */
    private static final Set<String> NOT_HERE = Set.of("/api/v1/checkouts", "/api/v1/tokens");

    /** Nothing of what buyers tell about where they are is kept, not even a digest of it. */
    private static final String TELLING_WHERE = "/nearby";

    private final AnsweredRequests requests;
    private final List<WebExceptionHandler> refusals;
    private final Clock clock;

    /** @param refusals turn what a request failed with into its answer, the first that can */
    IdempotencyFilter(AnsweredRequests requests, List<WebExceptionHandler> refusals, Clock clock) {
        this.requests = requests;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var key = request.getHeaders().getFirst(HEADER);
        var path = PlainPath.of(request);
        if (key == null
                || request.getMethod() != HttpMethod.POST
                || !path.startsWith("/api/v1/")
                || path.startsWith("/api/v1/payments/")
                || NOT_HERE.contains(path)
                || path.endsWith(TELLING_WHERE)
                || path.endsWith(TELLING_WHERE + "/")) {
            return chain.filter(exchange);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            return Mono.error(Problem.of("idempotency-key-required", 400));
        }
        return Mono.zip(exchange.getPrincipal().map(Principal::getName).defaultIfEmpty(""), body(exchange))
                .flatMap(who -> {
                    var id = digest(who.getT1() + '\n' + path + '\n' + key, new byte[0]);
                    var keyed =
                            new KeyedRequest(id, digest(request.getURI().getRawQuery() + "", who.getT2()), who.getT2());
                    return once(keyed, exchange, chain, LOOKS);
                });
    }

    /** A request with the id of its operation and what it is recognised by. */
    private record KeyedRequest(String id, String fingerprint, byte[] body) {}

    private Mono<Void> once(KeyedRequest keyed, ServerWebExchange exchange, WebFilterChain chain, int looksLeft) {
        var now = clock.instant();
        return requests.begin(keyed.id(), keyed.fingerprint(), now, now.minus(TAKEN_FOR_DEAD))
                .flatMap(begun -> switch (begun) {
                    case Begun.Fresh _ -> carryOut(keyed, exchange, chain);
                    case Begun.Done(var answer) -> replay(answer, exchange);
                    case Begun.Another _ -> Mono.error(Problem.of("idempotency-key-reused", 422));
                    case Begun.Running _ ->
                        looksLeft > 0
                                ? Mono.delay(LOOK_AGAIN)
                                        .then(Mono.defer(() -> once(keyed, exchange, chain, looksLeft - 1)))
                                : Mono.error(
                                        Problem.of("request-in-progress", 409).header("Retry-After", "5"));
                });
    }

    private Mono<Void> carryOut(KeyedRequest keyed, ServerWebExchange exchange, WebFilterChain chain) {
        var response = new RememberingResponse(exchange.getResponse(), answer -> requests.answered(keyed.id(), answer));
        var remembered = exchange.mutate()
                .request(new BufferedRequest(exchange.getRequest(), keyed.body()))
                .response(response)
                .build();
        remembered.getAttributes().put(OperationId.ATTRIBUTE, keyed.id());
        return chain.filter(remembered)
                .onErrorResume(failure -> refuse(remembered, failure))
                .onErrorResume(failure -> requests.forget(keyed.id()).then(Mono.error(failure)))
                .then(Mono.defer(() -> response.hasAnswered() ? Mono.empty() : requests.forget(keyed.id())));
    }

    private Mono<Void> refuse(ServerWebExchange exchange, Throwable failure) {
        Mono<Void> answer = Mono.error(failure);
        for (var handler : refusals) {
            answer = answer.onErrorResume(unanswered -> handler.handle(exchange, unanswered));
        }
        return answer;
    }

    private static Mono<Void> replay(StoredAnswer answer, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        var headers = response.getHeaders();
        headers.set("Idempotent-Replayed", "true");
        if (answer.contentType() != null) {
            headers.set("Content-Type", answer.contentType());
        }
        if (answer.location() != null) {
            headers.set("Location", answer.location());
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(answer.body())));
    }

    private static Mono<byte[]> body(ServerWebExchange exchange) {
        return DataBufferUtils.join(exchange.getRequest().getBody(), LARGEST_BODY)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0]);
    }

    private static String digest(String text, byte[] more) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return HexFormat.of().formatHex(sha.digest(more), 0, 20);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
