package vn.ocopmarket.storefront.account.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pages.Problem;

/** What someone hears who may not: a problem, or for a browser without a session the sign-in page. */
final class AccessRefusals {

    private static final String SIGN_IN = "/sign-in";

    private AccessRefusals() {}

    static Mono<Void> unauthorized() {
        return Mono.error(Problem.of("unauthorized", HttpStatus.UNAUTHORIZED.value())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }

    static Mono<Void> forbidden() {
        return Mono.error(Problem.of("forbidden", HttpStatus.FORBIDDEN.value()));
    }

    /** Comes back to where they wanted to go, unless that was a form that is now lost. */
    static Mono<Void> toSignIn(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var target = SIGN_IN;
        if (request.getMethod() == HttpMethod.GET) {
            target += "?next=" + UriUtils.encodeQueryParam(pathAndQuery(request), StandardCharsets.UTF_8);
        }
        var response = exchange.getResponse();
        if (request.getHeaders().containsHeader("HX-Request")) {
            response.setStatusCode(HttpStatus.OK);
            response.getHeaders().set("HX-Redirect", target);
        } else {
            response.setStatusCode(HttpStatus.SEE_OTHER);
            response.getHeaders().setLocation(URI.create(target));
        }
        return response.setComplete();
    }

    private static String pathAndQuery(ServerHttpRequest request) {
        var query = request.getURI().getRawQuery();
        return request.getURI().getRawPath() + (query == null ? "" : "?" + query);
    }
}
