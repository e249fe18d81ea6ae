package vn.ocopmarket.catalog.problem.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** Writes a problem in the reader's language. */
@Component
class ProblemRendering {

    private static final String TYPES = "https://ocopmarket.vn/problems/";

    private final MessageSource messages;

    ProblemRendering(MessageSource messages) {
        this.messages = messages;
    }

    ProblemDetail of(Problem problem, ServerWebExchange exchange) {
        var locale = exchange.getLocaleContext().getLocale();
        var language = locale == null ? Locale.ROOT : locale;
        var body = ProblemDetail.forStatus(HttpStatusCode.valueOf(problem.status()));
        body.setType(URI.create(TYPES + problem.type()));
        body.setTitle(words("problem." + problem.type() + ".title", language));
        body.setDetail(words("problem." + problem.type() + ".detail", language, problem.arguments()));
        problem.extras().forEach((name, value) -> body.setProperty(name, localized(value, language)));
        return body;
    }

    private Object localized(Object value, Locale language) {
        return switch (value) {
            case List<?> list ->
                list.stream().map(entry -> localized(entry, language)).toList();
            case FieldError error ->
                Map.of(
                        "field",
                        error.field(),
                        "message",
                        words(
                                "field." + error.code(),
                                language,
                                error.arguments().toArray()));
            default -> value;
        };
    }

    private String words(String key, Locale language, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, key, language));
    }
}
