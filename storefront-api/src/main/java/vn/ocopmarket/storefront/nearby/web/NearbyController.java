package vn.ocopmarket.storefront.nearby.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.nearby.Whereabouts;
import vn.ocopmarket.storefront.pages.Problem;

/** Places that have a product, for programs: by province or commune in the address, by coordinates in the body only. */
@RestController
@RequestMapping("/api/v1/products/{idOrSlug}/nearby")
class NearbyController {

    private final FindProducts products;
    private final ReadingWhereabouts reading;
    private final NearbyViews views;

    NearbyController(FindProducts products, ReadingWhereabouts reading, NearbyViews views) {
        this.products = products;
        this.reading = reading;
        this.views = views;
    }

    @GetMapping
    Mono<ResponseEntity<NearbyView>> byPlace(
            @PathVariable String idOrSlug, @RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        return reading.asked(parameters, locale).flatMap(where -> answer(idOrSlug, where, locale));
    }

    @PostMapping
    Mono<ResponseEntity<NearbyView>> byCoordinates(
            @PathVariable String idOrSlug, @RequestBody PointRequest point, ServerWebExchange exchange, Locale locale) {
        return reading.withoutCoordinates(exchange, locale)
                .then(Mono.defer(() -> reading.standing(point.latitude(), point.longitude(), locale)))
                .flatMap(where -> answer(idOrSlug, where, locale));
    }

    private Mono<ResponseEntity<NearbyView>> answer(String idOrSlug, Whereabouts where, Locale locale) {
        return products.byIdOrSlug(idOrSlug)
                .switchIfEmpty(Mono.error(() -> Problem.of("product-not-found", 404)))
                .flatMap(listed -> views.of(listed.product(), where, locale))
                .map(view ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view));
    }

    /** Where somebody is, in degrees of WGS 84; used for this answer, to about a kilometre, and not kept. */
    record PointRequest(@Nullable Double latitude, @Nullable Double longitude) {}
}
