package vn.ocopmarket.storefront.pages.web;

import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.PlainPath;
import vn.ocopmarket.storefront.pages.Problem;

/**
 * Answers every refusal and fault, wherever it comes from: as {@code application/problem+json} to programs, as a page to
 * people. An advice would not be asked for what a filter fails with.
 */
@Component
@Order(-10)
class ProblemAnswers implements WebExceptionHandler, ServerResponse.Context {

    private final Problems problems;
    private final ProblemWords words;
    private final List<HttpMessageWriter<?>> writers;
    private final List<ViewResolver> views;

    ProblemAnswers(Problems problems, ProblemWords words, ServerCodecConfigurer codecs, List<ViewResolver> views) {
        this.problems = problems;
        this.words = words;
        this.writers = codecs.getWriters();
        this.views = views;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        var problem = problems.of(failure, exchange);
        return isPage(exchange)
                ? page(problem, exchange).onErrorResume(_ -> json(problem, exchange))
                : json(problem, exchange);
    }

    private Mono<Void> json(Problem problem, ServerWebExchange exchange) {
        return answer(problem)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(words.detail(problem, exchange))
                .flatMap(response -> response.writeTo(exchange, this));
    }

    private Mono<Void> page(Problem problem, ServerWebExchange exchange) {
        return answer(problem)
                .contentType(MediaType.TEXT_HTML)
                .render("error", Map.of("problem", words.detail(problem, exchange), "type", problem.type()))
                .flatMap(response -> response.writeTo(exchange, this));
    }

    private static ServerResponse.BodyBuilder answer(Problem problem) {
        return ServerResponse.status(problem.status())
                .headers(headers -> problem.headers().forEach(headers::set));
    }

    private static boolean isPage(ServerWebExchange exchange) {
        var accept = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !PlainPath.of(exchange.getRequest()).startsWith("/api/");
    }

    @Override
    public List<HttpMessageWriter<?>> messageWriters() {
        return writers;
    }

    @Override
    public List<ViewResolver> viewResolvers() {
        return views;
    }
}
