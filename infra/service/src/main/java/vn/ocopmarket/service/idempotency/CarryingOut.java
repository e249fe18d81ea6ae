package vn.ocopmarket.service.idempotency;

import java.util.List;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Carries a request out under the id of its operation, and keeps its answer before it is given. */
final class CarryingOut {

    private final KeyRules rules;
    private final AnsweredRequests requests;
    private final ServerCodecConfigurer codecs;
    private final List<WebExceptionHandler> refusals;

    CarryingOut(
            KeyRules rules,
            AnsweredRequests requests,
            ServerCodecConfigurer codecs,
            List<WebExceptionHandler> refusals) {
        this.rules = rules;
        this.requests = requests;
        this.codecs = codecs;
        this.refusals = List.copyOf(refusals);
    }

    /** What is not answered for good is forgotten, so it may be tried afresh. */
    Mono<Void> carryOut(KeyedRequest keyed) {
        var id = keyed.id();
        var exchange = keyed.exchange();
        var operation = rules.operation(id, keyed.body().fingerprint());
        var response = new RememberingResponse(exchange.getResponse(), answer -> requests.answered(id, answer));
        var request = new BufferedRequest(exchange.getRequest(), keyed.body().content());
        var repeatable = new RepeatableExchange(exchange, request, response, codecs);
        repeatable.getAttributes().put(OperationId.ATTRIBUTE, operation);
        return Mono.usingWhen(
                        Mono.just(repeatable),
                        within -> keyed.chain()
                                .filter(within)
                                .contextWrite(context -> OperationId.in(context, operation))
                                .onErrorResume(failure -> refuse(within, failure)),
                        RepeatableExchange::cleanupMultipart)
                .onErrorResume(failure -> requests.forget(id).then(Mono.error(failure)))
                .then(Mono.defer(() -> repeatable.hasAnswered() ? Mono.empty() : requests.forget(id)));
    }

    private Mono<Void> refuse(ServerWebExchange exchange, Throwable failure) {
        Mono<Void> answer = Mono.error(failure);
        for (var handler : refusals) {
            answer = answer.onErrorResume(unanswered -> handler.handle(exchange, unanswered));
        }
        return answer;
    }
}
