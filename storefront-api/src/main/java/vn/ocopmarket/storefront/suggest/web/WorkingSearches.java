package vn.ocopmarket.storefront.suggest.web;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.PlainPath;
import vn.ocopmarket.storefront.suggest.CountingQueries;
import vn.ocopmarket.storefront.throttle.Origins;

/** A product that somebody comes to from our own page of results was found with the words of that page. */
@Component
@Order(100)
class WorkingSearches implements WebFilter {

    private static final Pattern PRODUCT = Pattern.compile("/products/[^/]+");

    private final CountingQueries counting;
    private final Origins origins;

    WorkingSearches(CountingQueries counting, Origins origins) {
        this.counting = counting;
        this.origins = origins;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (request.getMethod() != HttpMethod.GET
                || request.getHeaders().getFirst(HttpHeaders.REFERER) == null
                || request.getHeaders().getFirst("Sec-Purpose") != null
                || !PRODUCT.matcher(PlainPath.of(request)).matches()) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange).doOnSuccess(_ -> {
            if (exchange.getResponse().getStatusCode() == HttpStatus.OK) {
                words(request).ifPresent(words -> counting.worked(words, origin(request)));
            }
        });
    }

    private String origin(ServerHttpRequest request) {
        return origins.of(request.getRemoteAddress(), request.getHeaders().getOrEmpty(Origins.FORWARDED_FOR));
    }

    private static Optional<String> words(ServerHttpRequest request) {
        try {
            var from = URI.create(String.valueOf(request.getHeaders().getFirst(HttpHeaders.REFERER)));
            @Nullable String authority = from.getRawAuthority();
            return "/search".equals(from.getRawPath())
                            && authority != null
                            && authority.equals(request.getHeaders().getFirst(HttpHeaders.HOST))
                    ? UriComponentsBuilder.fromUri(from).build().getQueryParams().getOrDefault("q", List.of()).stream()
                            .filter(Objects::nonNull)
                            .findFirst()
                            .map(encoded -> URLDecoder.decode(encoded, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
