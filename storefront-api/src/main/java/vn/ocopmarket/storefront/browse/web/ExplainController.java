package vn.ocopmarket.storefront.browse.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.pages.Problem;

/** Why a search finds what it finds, for programs of staff. */
@RestController
class ExplainController {

    private static final int MOST_IDS = 50;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final ShowingExplanations showing;
    private final MessageSource messages;

    ExplainController(ShowingExplanations showing, MessageSource messages) {
        this.showing = showing;
        this.messages = messages;
    }

    @GetMapping("/api/v1/products/explain")
    Mono<ExplainedView> explain(@RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        var search = new LinkedMultiValueMap<>(GivenParameters.filled(parameters));
        var ids = search.getOrDefault("ids", List.of()).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .filter(id -> !id.isBlank())
                .toList();
        if (ids.size() > MOST_IDS || !ids.stream().allMatch(id -> ID.matcher(id).matches())) {
            var wrong = messages.getMessage("invalid.ids", new Object[] {MOST_IDS}, locale);
            throw Problem.of("invalid-request", 400).with("errors", List.of(new InvalidField("ids", wrong)));
        }
        var _ = search.remove("ids");
        return showing.of(search, ids, locale);
    }
}
