package vn.ocopmarket.catalog.problem.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.catalog.problem.Problem;

/** Renders problems that filters raise before any controller is reached, such as 401. */
@Component
@Order(-2)
class FilterProblems implements WebExceptionHandler {

    private final ProblemRendering rendering;
    private final JsonMapper json;

    FilterProblems(ProblemRendering rendering, JsonMapper json) {
        this.rendering = rendering;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable fault) {
        var response = exchange.getResponse();
        if (!(fault instanceof Problem problem) || response.isCommitted()) {
            return Mono.error(fault);
        }
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(Mono.fromSupplier(
                () -> response.bufferFactory().wrap(json.writeValueAsBytes(rendering.of(problem, exchange)))));
    }
}
