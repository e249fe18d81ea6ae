package vn.ocopmarket.storefront.pages.web;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pages.PagesSettings;

/**
 * Refuses what another site makes a browser send. Browsers say where a request comes from ({@code Sec-Fetch-Site}, else
 * {@code Origin}); programs send neither and carry no cookies of ours. So forms need no token and pages no session.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class CrossSiteGuard implements WebFilter {

    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    private final String ownOrigin;

    CrossSiteGuard(PagesSettings settings) {
        this.ownOrigin = settings.baseUrl();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (SAFE.contains(request.getMethod()) || comesFromUs(request)) {
            return chain.filter(exchange);
        }
        exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
        return exchange.getResponse().setComplete();
    }

    private boolean comesFromUs(ServerHttpRequest request) {
        var headers = request.getHeaders();
        var site = headers.getFirst("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        var origin = headers.getOrigin();
        return origin == null || origin.equals(ownOrigin) || hasHost(origin, headers.getFirst("Host"));
    }

    private static boolean hasHost(String origin, @Nullable String host) {
        try {
            return URI.create(origin).getAuthority() instanceof String authority && authority.equals(host);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
