package vn.ocopmarket.service.idempotency;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.idempotency.AnsweredRequests.Begun;
import vn.ocopmarket.service.idempotency.KeyRules.Misuse;

/**
 * Does a POST with a key once: the first answer is kept before it is given, and given again to the same request, be it done or
 * refused for good. What may go well the next time (nobody signed in, too much at once, a fault) is not kept. Who dies between
 * doing it and keeping the answer leaves it begun: after a while a repeat does it again under the same {@link OperationId}, and
 * what it does must find by that what was done before.
 */
final class IdempotencyFilter implements WebFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;
    private static final Duration TAKEN_FOR_DEAD = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int LOOKS = 100;

    private final KeyRules rules;
    private final KeptBodies bodies;
    private final AnsweredRequests requests;
    private final CarryingOut carrying;
    private final Clock clock;

    IdempotencyFilter(KeyRules rules, KeptBodies bodies, AnsweredRequests requests, CarryingOut carrying, Clock clock) {
        this.rules = rules;
        this.bodies = bodies;
        this.requests = requests;
        this.carrying = carrying;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var key = request.getHeaders().getFirst(HEADER);
        var path = key == null || request.getMethod() != HttpMethod.POST ? null : rules.path(request);
        if (key == null || path == null) {
            return chain.filter(exchange);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            return Mono.error(rules.refused(Misuse.MALFORMED));
        }
        var digest = new RequestDigest(
                request.getURI().getRawQuery() + "",
                PartDelimiters.of(request.getHeaders().getContentType()));
        return exchange.getPrincipal()
                .map(Principal::getName)
                .defaultIfEmpty("")
                .map(who -> RequestDigest.of(who + '\n' + path + '\n' + key))
                .flatMap(id ->
                        bodies.keep(request, digest, body -> once(new KeyedRequest(id, body, exchange, chain), LOOKS)))
                .onErrorMap(DataBufferLimitException.class, _ -> rules.refused(Misuse.TOO_LARGE));
    }

    private Mono<Void> once(KeyedRequest keyed, int looksLeft) {
        var now = clock.instant();
        return requests.begin(keyed.id(), keyed.body().fingerprint(), now, now.minus(TAKEN_FOR_DEAD))
                .flatMap(begun -> switch (begun) {
                    case Begun.Fresh _ -> carrying.carryOut(keyed);
                    case Begun.Done(var answer) -> replay(answer, keyed.exchange());
                    case Begun.Another _ -> Mono.error(rules.refused(Misuse.REUSED));
                    case Begun.Running _ ->
                        looksLeft > 0
                                ? Mono.delay(LOOK_AGAIN).then(Mono.defer(() -> once(keyed, looksLeft - 1)))
                                : inProgress(keyed.exchange());
                });
    }

    private Mono<Void> inProgress(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set("Retry-After", "5");
        return Mono.error(rules.refused(Misuse.IN_PROGRESS));
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
        if (answer.etag() != null) {
            headers.set("ETag", answer.etag());
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(answer.body())));
    }
}
