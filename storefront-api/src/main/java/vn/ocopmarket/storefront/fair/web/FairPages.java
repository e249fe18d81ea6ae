package vn.ocopmarket.storefront.fair.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.fair.FairView;
import vn.ocopmarket.storefront.fair.FindFairs;
import vn.ocopmarket.storefront.fair.JudgedPick;
import vn.ocopmarket.storefront.pages.PagesSettings;
import vn.ocopmarket.storefront.pages.Problem;

/** Fairs as everybody sees them. */
@Controller
class FairPages {

    private final FindFairs fairs;
    private final PagesSettings settings;
    private final Clock clock;

    FairPages(FindFairs fairs, PagesSettings settings, Clock clock) {
        this.fairs = fairs;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/fairs")
    Mono<Rendering> list() {
        var today = LocalDate.now(clock);
        return fairs.published()
                .map(FairCard::of)
                .collectList()
                .map(found -> Rendering.view("fair/list")
                        .modelAttribute(
                                "coming",
                                found.stream()
                                        .filter(fair -> !fair.last().isBefore(today)
                                                && !fair.state().equals("closed"))
                                        .toList()
                                        .reversed())
                        .modelAttribute(
                                "past",
                                found.stream()
                                        .filter(fair -> fair.last().isBefore(today)
                                                || fair.state().equals("closed"))
                                        .toList())
                        .build());
    }

    @GetMapping("/fairs/{slug}")
    Mono<Rendering> show(@PathVariable String slug, Locale locale) {
        return found(slug)
                .map(view -> Rendering.view("fair/show")
                        .modelAttribute("fair", FairCard.of(view.fair()))
                        .modelAttribute("stalls", view.fair().plan().stalls())
                        .modelAttribute("over", view.over())
                        .modelAttribute("shown", products(view.shown(), locale))
                        .modelAttribute("gone", products(view.gone(), locale))
                        .build());
    }

    @GetMapping("/fairs/{slug}/catalogue")
    Mono<Rendering> catalogue(@PathVariable String slug, Locale locale) {
        return found(slug)
                .map(view -> Rendering.view("fair/catalogue")
                        .modelAttribute("fair", FairCard.of(view.fair()))
                        .modelAttribute("stalls", view.fair().plan().stalls())
                        .modelAttribute("printedOn", LocalDate.now(clock))
                        .modelAttribute("catalogue", Catalogue.of(products(view.shown(), locale), settings.baseUrl()))
                        .build());
    }

    private Mono<FairView> found(String slug) {
        return fairs.published(slug).switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    private static List<ShownProduct> products(List<JudgedPick> picks, Locale locale) {
        var english = locale.getLanguage().equals("en");
        return picks.stream().map(pick -> ShownProduct.of(pick, english)).toList();
    }
}
