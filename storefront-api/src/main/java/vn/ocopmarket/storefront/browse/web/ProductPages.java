package vn.ocopmarket.storefront.browse.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.Story;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.browse.TraceOfProduct;
import vn.ocopmarket.storefront.pages.AgeCookie;
import vn.ocopmarket.storefront.pages.Problem;

/** A product and its certificates for people. */
@Controller
class ProductPages {

    private final FindProducts products;
    private final ProductViews views;
    private final StructuredData structuredData;
    private final Stories stories;
    private final TraceOfProduct traces;
    private final Clock clock;

    ProductPages(
            FindProducts products,
            ProductViews views,
            StructuredData structuredData,
            Stories stories,
            TraceOfProduct traces,
            Clock clock) {
        this.products = products;
        this.views = views;
        this.structuredData = structuredData;
        this.stories = stories;
        this.traces = traces;
        this.clock = clock;
    }

    @GetMapping("/products/{idOrSlug}")
    Mono<Rendering> product(
            @PathVariable String idOrSlug,
            @CookieValue(name = AgeCookie.NAME, required = false) @Nullable String age,
            Locale locale) {
        return show(idOrSlug, "product", age, locale);
    }

    @GetMapping("/products/{idOrSlug}/certificate")
    Mono<Rendering> certificate(
            @PathVariable String idOrSlug,
            @CookieValue(name = AgeCookie.NAME, required = false) @Nullable String age,
            Locale locale) {
        return show(idOrSlug, "certificate", age, locale);
    }

    private Mono<Rendering> show(String idOrSlug, String view, @Nullable String age, Locale locale) {
        var below = view.equals("product") ? "" : "/" + view;
        return products.byIdOrSlug(idOrSlug)
                .map(listed -> views.of(listed, LocalDate.now(clock), locale))
                .map(product -> {
                    if (product.forAdults() && !AgeCookie.isAdult(age)) {
                        return askAge("/products/" + product.slug() + below);
                    }
                    return idOrSlug.equals(product.slug()) ? page(view, product) : moved(product.slug() + below);
                })
                .switchIfEmpty(Mono.error(() -> Problem.of("product-not-found", 404)))
                .onErrorMap(failure -> failure instanceof Problem
                        ? failure
                        : Problem.of("unavailable", 503).header("Retry-After", "5"));
    }

    private Rendering page(String view, ProductView product) {
        var page = Rendering.view(view)
                .modelAttribute("product", product)
                .modelAttribute("structured", structuredData.of(product));
        if (view.equals("product")) {
            var elsewhere = product.trace().links().stream().findFirst().orElse(null);
            var _ = page.modelAttribute("known", traces.of(product.id(), elsewhere));
        }
        if (product.narrative() instanceof Story story) {
            var _ = page.modelAttribute("narrative", stories.shown(story));
        }
        return page.build();
    }

    private static Rendering askAge(String next) {
        return Rendering.redirectTo("/age?next=" + next)
                .status(HttpStatus.SEE_OTHER)
                .contextRelative(false)
                .build();
    }

    /** One product, one address: an id leads to the slug. */
    private static Rendering moved(String slug) {
        var address = URI.create("/products/" + slug).toString();
        return Rendering.redirectTo(address)
                .status(HttpStatus.MOVED_PERMANENTLY)
                .contextRelative(false)
                .build();
    }
}
