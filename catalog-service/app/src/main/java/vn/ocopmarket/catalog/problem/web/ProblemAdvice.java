package vn.ocopmarket.catalog.problem.web;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import vn.ocopmarket.catalog.problem.Outages;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemRendering rendering;
    private final List<Outages> outages;

    ProblemAdvice(ProblemRendering rendering, List<Outages> outages) {
        this.rendering = rendering;
        this.outages = List.copyOf(outages);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem, ServerWebExchange exchange) {
        return render(problem, exchange);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badInput(ServerWebInputException bad, ServerWebExchange exchange) {
        return render(Problem.invalid(List.of(fieldError(bad))), exchange);
    }

    /** Faults of the framework: unknown path, method or media type. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> status(ResponseStatusException refused, ServerWebExchange exchange) {
        var type = switch (refused.getStatusCode().value()) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406, 415 -> "unsupported-media-type";
            case 413 -> "too-large";
            default -> "invalid-request";
        };
        return render(Problem.of(type, refused.getStatusCode().value()), exchange);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(Exception fault, ServerWebExchange exchange) {
        if (outages.stream().anyMatch(one -> one.isOutage(fault))) {
            LOG.warn("{} cannot be answered now: {}", exchange.getRequest().getPath(), fault.toString());
            return render(Problem.of("unavailable", 503), exchange);
        }
        LOG.error(
                "{} {} failed",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath(),
                fault);
        return render(Problem.of("internal-error", 500), exchange);
    }

    private static FieldError fieldError(ServerWebInputException bad) {
        return switch (bad.getMostSpecificCause()) {
            case UnrecognizedPropertyException unknown -> FieldError.of(path(unknown), "unknown");
            case JacksonException malformed -> FieldError.of(path(malformed), "malformed");
            case Problem problem -> FieldError.of("", problem.type());
            case DecodingException _ -> FieldError.of("", "malformed");
            default ->
                bad.getMethodParameter() == null
                        ? FieldError.of("", "malformed")
                        : FieldError.of(String.valueOf(bad.getMethodParameter().getParameterName()), "malformed");
        };
    }

    private static String path(JacksonException malformed) {
        var path = new StringBuilder();
        for (var step : malformed.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private ResponseEntity<ProblemDetail> render(Problem problem, ServerWebExchange exchange) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(rendering.of(problem, exchange));
    }
}
