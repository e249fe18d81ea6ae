package vn.ocopmarket.storefront.pages.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.PlainPath;
import vn.ocopmarket.storefront.pages.PagesSettings;

/** Nothing from anywhere else runs, shows or frames on our pages; forms may lead to us and to the payment pages. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SecurityHeaders implements WebFilter {

    /** What shows somebody's own things is kept by nobody on the way. */
    private static final List<String> PERSONAL =
            List.of("/cart", "/checkout", "/orders", "/my", "/staff", "/pos", "/sign-in", "/password");

    private static final String NOTHING_MAY_BE_ASKED = "geolocation=(), microphone=(), payment=()";
    private static final String ONE_MAY_ASK_WHERE = "geolocation=(self), microphone=(), payment=()";

    private final String policy;

    SecurityHeaders(PagesSettings settings) {
        var formTargets = Stream.concat(Stream.of("'self'"), settings.formTargets().stream())
                .collect(Collectors.joining(" "));
        this.policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "form-action " + formTargets;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getResponse().getHeaders();
        headers.set("X-Content-Type-Options", "nosniff");
        var path = PlainPath.of(exchange.getRequest());
        if (PERSONAL.stream().anyMatch(path::startsWith)) {
            headers.setCacheControl(CacheControl.noStore());
        }
        if (!path.startsWith("/api/v1/")) {
            headers.set("Content-Security-Policy", policy);
            headers.set("Referrer-Policy", "same-origin");
            headers.set("Permissions-Policy", asksWhere(path) ? ONE_MAY_ASK_WHERE : NOTHING_MAY_BE_ASKED);
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.add(HttpHeaders.VARY, "HX-Request");
        }
        return chain.filter(exchange);
    }

    /** The one page that asks a buyer's device where it is, when they press for it. */
    private static boolean asksWhere(String path) {
        return path.startsWith("/products/") && path.endsWith("/nearby");
    }
}
