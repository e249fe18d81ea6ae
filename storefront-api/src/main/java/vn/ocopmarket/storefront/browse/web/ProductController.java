package vn.ocopmarket.storefront.browse.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.pages.Problem;

/** One product for programs; what is expired or withdrawn answers as well, and says so. */
@RestController
class ProductController {

    private final FindProducts products;
    private final ProductViews views;
    private final Clock clock;

    ProductController(FindProducts products, ProductViews views, Clock clock) {
        this.products = products;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/api/v1/products/{idOrSlug}")
    Mono<ProductView> product(@PathVariable String idOrSlug, Locale locale) {
        return products.byIdOrSlug(idOrSlug)
                .map(listed -> views.of(listed, LocalDate.now(clock), locale))
                .switchIfEmpty(Mono.error(() -> Problem.of("product-not-found", 404)))
                .onErrorMap(failure -> failure instanceof Problem
                        ? failure
                        : Problem.of("unavailable", 503).header("Retry-After", "5"));
    }
}
