package vn.ocopmarket.storefront.pages.web;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import vn.ocopmarket.storefront.pages.Problem;

/** Puts a problem into the words of the reader's language. */
@Component
class ProblemWords {

    private static final String TYPES = "https://ocopmarket.vn/problems/";

    private final MessageSource messages;

    ProblemWords(MessageSource messages) {
        this.messages = messages;
    }

    ProblemDetail detail(Problem problem, ServerWebExchange exchange) {
        var locale = localeOf(exchange);
        var detail = ProblemDetail.forStatus(problem.status());
        detail.setType(URI.create(TYPES + problem.type()));
        detail.setTitle(word(problem, "title", locale));
        detail.setDetail(word(problem, "detail", locale));
        detail.setInstance(URI.create(exchange.getRequest().getURI().getRawPath()));
        problem.fields().forEach(detail::setProperty);
        return detail;
    }

    static Locale localeOf(ServerWebExchange exchange) {
        var locale = exchange.getLocaleContext().getLocale();
        return locale == null ? Languages.VIETNAMESE : locale;
    }

    private @Nullable String word(Problem problem, String part, Locale locale) {
        var key = "problem." + problem.type() + "." + part;
        return messages.getMessage(
                key, problem.arguments().toArray(), part.equals("title") ? problem.type() : null, locale);
    }
}
