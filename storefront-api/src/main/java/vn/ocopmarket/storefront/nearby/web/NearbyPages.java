package vn.ocopmarket.storefront.nearby.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.AlcoholRules;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.browse.ListedProduct;
import vn.ocopmarket.storefront.checkout.PlaceChoices;
import vn.ocopmarket.storefront.checkout.PlaceChoices.Choice;
import vn.ocopmarket.storefront.nearby.Whereabouts;
import vn.ocopmarket.storefront.pages.AgeCookie;
import vn.ocopmarket.storefront.pages.Problem;

/** The page that shows where near a buyer a product is; coordinates come in the body of a form and in no address. */
@Controller
@RequestMapping("/products/{idOrSlug}/nearby")
class NearbyPages {

    private final FindProducts products;
    private final ReadingWhereabouts reading;
    private final NearbyViews views;
    private final PlaceChoices choices;

    NearbyPages(FindProducts products, ReadingWhereabouts reading, NearbyViews views, PlaceChoices choices) {
        this.products = products;
        this.reading = reading;
        this.views = views;
        this.choices = choices;
    }

    @GetMapping
    Mono<Rendering> byPlace(
            @PathVariable String idOrSlug,
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "") String commune,
            @CookieValue(name = AgeCookie.NAME, required = false) @Nullable String age,
            ServerWebExchange exchange,
            Locale locale) {
        return reading.withoutCoordinates(exchange, locale)
                .then(Mono.defer(() -> reading.chosen(province, commune)))
                .flatMap(where -> page(idOrSlug, where, age, locale));
    }

    @PostMapping
    Mono<Rendering> byCoordinates(
            @PathVariable String idOrSlug,
            @CookieValue(name = AgeCookie.NAME, required = false) @Nullable String age,
            ServerWebExchange exchange,
            Locale locale) {
        return reading.withoutCoordinates(exchange, locale)
                .then(Mono.defer(exchange::getFormData))
                .flatMap(form -> reading.standing(degrees(form.getFirst("lat")), degrees(form.getFirst("lon")), locale))
                .flatMap(where -> page(idOrSlug, where, age, locale));
    }

    private static @Nullable Double degrees(@Nullable String written) {
        try {
            return written == null ? null : Double.valueOf(written);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private Mono<Rendering> page(String idOrSlug, Whereabouts where, @Nullable String age, Locale locale) {
        return products.byIdOrSlug(idOrSlug)
                .switchIfEmpty(Mono.error(() -> Problem.of("product-not-found", 404)))
                .map(ListedProduct::product)
                .flatMap(product -> isForAdults(product) && !AgeCookie.isAdult(age)
                        ? Mono.just(askAge(product))
                        : show(product, where, locale));
    }

    /** Nothing of it is shown to people under 18, here as on its own page. */
    private static boolean isForAdults(ProductRecord product) {
        return AlcoholRules.concern(product);
    }

    private static Rendering askAge(ProductRecord product) {
        return Rendering.redirectTo("/age?next=/products/" + product.slug() + "/nearby")
                .status(HttpStatus.SEE_OTHER)
                .contextRelative(false)
                .build();
    }

    private Mono<Rendering> show(ProductRecord product, Whereabouts where, Locale locale) {
        var province = switch (where) {
            case Whereabouts.InProvince in -> in.code();
            case Whereabouts.InCommune in -> in.provinceCode();
            case Whereabouts.Untold _, Whereabouts.At _ -> "";
        };
        return Mono.zip(
                        views.of(product, where, locale),
                        orNone(choices.provinces().collectList()),
                        orNone(choices.communes(province).collectList()))
                .map(found -> Rendering.view("nearby")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("X-Robots-Tag", "noindex")
                        .modelAttribute("product", product)
                        .modelAttribute("nearby", found.getT1())
                        .modelAttribute("provinces", found.getT2())
                        .modelAttribute("communes", found.getT3())
                        .modelAttribute("province", province)
                        .modelAttribute("commune", where instanceof Whereabouts.InCommune in ? in.code() : "")
                        .modelAttribute("located", where instanceof Whereabouts.At)
                        .build());
    }

    /** Without the catalogue nobody can choose, but the places are still listed. */
    private static Mono<List<Choice>> orNone(Mono<List<Choice>> choices) {
        return choices.onErrorReturn(List.of());
    }
}
