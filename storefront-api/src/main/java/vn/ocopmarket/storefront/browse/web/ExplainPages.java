package vn.ocopmarket.storefront.browse.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.desk.DeskPage;

/** Shows staff why a search finds what it finds. */
@DeskPage
class ExplainPages {

    private final ShowingExplanations showing;

    ExplainPages(ShowingExplanations showing) {
        this.showing = showing;
    }

    @GetMapping("/staff/search")
    Mono<Rendering> show(@RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        var search = new LinkedMultiValueMap<>(GivenParameters.filled(parameters));
        var _ = search.remove("lang");
        var q = String.join(" ", search.getOrDefault("q", List.of()));
        return q.isBlank()
                ? Mono.just(page(Map.of("q", q)))
                : showing.of(search, List.of(), locale).map(found -> page(Map.of("q", q, "found", found)));
    }

    private static Rendering page(Map<String, ?> model) {
        return Rendering.view("desk/explain").model(model).build();
    }
}
