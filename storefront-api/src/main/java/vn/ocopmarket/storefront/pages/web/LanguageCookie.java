package vn.ocopmarket.storefront.pages.web;

import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Remembers the language that somebody chose with {@code ?lang=}. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class LanguageCookie implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var query = exchange.getRequest().getURI().getRawQuery();
        if (query != null && query.contains("lang=")) {
            var chosen = Languages.named(exchange.getRequest().getQueryParams().getFirst("lang"));
            if (chosen != null) {
                exchange.getResponse().addCookie(cookie(Languages.of(chosen)));
            }
        }
        return chain.filter(exchange);
    }

    private static ResponseCookie cookie(String language) {
        return ResponseCookie.from(LanguageResolver.COOKIE, language)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .httpOnly(true)
                .build();
    }
}
