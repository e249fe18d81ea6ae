package vn.ocopmarket.storefront.pages.web;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import vn.ocopmarket.storefront.pages.Outages;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.pages.TryAgainLater;

/** Names the problem behind any exception; what nobody foresaw is logged and told without its inside. */
@Component
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final InvalidInput invalidInput;
    private final Outages outages;

    Problems(InvalidInput invalidInput, Outages outages) {
        this.invalidInput = invalidInput;
        this.outages = outages;
    }

    Problem of(Throwable failure, ServerWebExchange exchange) {
        return switch (failure) {
            case Problem problem -> problem;
            case ServerWebInputException input -> invalidInput.problem(input, exchange);
            case ErrorResponse response -> byStatus(response, failure);
            case AccessDeniedException _ -> Problem.of("forbidden", 403);
            case AuthenticationException _ -> Problem.of("unauthorized", 401);
            case TryAgainLater _ -> unavailable(failure, exchange);
            case TimeoutException _ -> unavailable(failure, exchange);
            case RejectedExecutionException _ -> unavailable(failure, exchange);
            case WebClientRequestException _ -> unavailable(failure, exchange);
            case Throwable outage when outages.isOutage(outage) -> unavailable(failure, exchange);
            default -> fault(failure, exchange);
        };
    }

    private static Problem byStatus(ErrorResponse response, Throwable failure) {
        var status = response.getStatusCode().value();
        var problem = switch (status) {
            case 401 -> Problem.of("unauthorized", 401);
            case 403 -> Problem.of("forbidden", 403);
            case 404 -> Problem.of("not-found", 404);
            case 405 -> Problem.of("method-not-allowed", 405);
            case 406 -> Problem.of("not-acceptable", 406);
            case 413 -> Problem.of("too-large", 413);
            case 415 -> Problem.of("unsupported-media-type", 415);
            case 503 -> Problem.of("unavailable", 503);
            default -> Problem.of(status < 500 ? "invalid-request" : "internal-error", status);
        };
        if (status >= 500) {
            log.error("Answered {}", status, failure);
        }
        response.getHeaders().forEach((name, values) -> {
            var _ = problem.header(name, String.join(", ", values));
        });
        return problem;
    }

    private static Problem unavailable(Throwable failure, ServerWebExchange exchange) {
        log.warn("Too slow or too busy: {}", exchange.getRequest().getPath(), failure);
        return Problem.of("unavailable", 503).header("Retry-After", "5");
    }

    private static Problem fault(Throwable failure, ServerWebExchange exchange) {
        log.error(
                "Failed: {} {}",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath(),
                failure);
        return Problem.of("internal-error", 500);
    }
}
