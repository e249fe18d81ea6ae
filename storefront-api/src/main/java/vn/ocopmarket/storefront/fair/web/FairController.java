package vn.ocopmarket.storefront.fair.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.fair.FairView;
import vn.ocopmarket.storefront.fair.FindFairs;
import vn.ocopmarket.storefront.fair.domain.Fair;
import vn.ocopmarket.storefront.fair.domain.Stall;
import vn.ocopmarket.storefront.pages.Problem;

/** Published fairs as JSON. */
@RestController
@RequestMapping("/api/v1/fairs")
class FairController {

    private final FindFairs fairs;

    FairController(FindFairs fairs) {
        this.fairs = fairs;
    }

    /** A fair in a list. */
    record Summary(
            String id,
            String slug,
            String name,
            String state,
            String provinceCode,
            String address,
            LocalDate firstDay,
            LocalDate lastDay,
            String organiser) {

        static Summary of(Fair fair) {
            var card = FairCard.of(fair);
            return new Summary(
                    card.id(),
                    card.slug(),
                    card.name(),
                    card.state(),
                    card.provinceCode(),
                    card.address(),
                    card.first(),
                    card.last(),
                    card.organiser());
        }
    }

    /** All of them, the latest first. */
    record Listing(List<Summary> items, @Nullable String next) {}

    /** A fair with its stalls and products; what is not sold says why. */
    record Detail(Summary fair, boolean over, List<Stall> stalls, List<Product> products) {}

    /** A product of it. */
    record Product(
            String id,
            @Nullable String slug,
            String name,
            int stars,
            @Nullable String producer,
            String provinceCode,
            String groupCode,
            boolean sold,
            List<String> reasons) {

        static Product of(ShownProduct shown) {
            return new Product(
                    shown.id(),
                    shown.slug(),
                    shown.name(),
                    shown.stars(),
                    shown.producer(),
                    shown.provinceCode(),
                    shown.groupCode(),
                    shown.sold(),
                    shown.reasons().stream().map(Enum::name).toList());
        }
    }

    @GetMapping
    Mono<Listing> list() {
        return fairs.published().map(Summary::of).collectList().map(items -> new Listing(items, null));
    }

    @GetMapping("/{slug}")
    Mono<Detail> one(@PathVariable String slug, Locale locale) {
        return fairs.published(slug)
                .map(view -> detail(view, locale))
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    private static Detail detail(FairView view, Locale locale) {
        var english = locale.getLanguage().equals("en");
        return new Detail(
                Summary.of(view.fair()),
                view.over(),
                view.fair().plan().stalls(),
                view.picks().stream()
                        .map(pick -> Product.of(ShownProduct.of(pick, english)))
                        .toList());
    }
}
