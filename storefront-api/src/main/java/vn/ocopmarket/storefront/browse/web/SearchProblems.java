package vn.ocopmarket.storefront.browse.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import vn.ocopmarket.storefront.browse.InvalidCursor;
import vn.ocopmarket.storefront.browse.SearchUnavailable;
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.pages.Problem;

/** What goes wrong with a search, in words. */
final class SearchProblems {

    private SearchProblems() {}

    static Throwable of(Throwable failure, MessageSource messages, Locale locale) {
        return switch (failure) {
            case InvalidCursor invalid ->
                Problem.of("invalid-request", 400)
                        .with(
                                "errors",
                                List.of(new InvalidField(
                                        "cursor",
                                        messages.getMessage(
                                                invalid.isTooOld() ? "invalid.cursor-too-old" : "invalid.cursor",
                                                null,
                                                locale))));
            case SearchUnavailable _ -> unavailable();
            default -> failure;
        };
    }

    /** An empty result would say that the product does not exist. */
    static Problem unavailable() {
        return Problem.of("search-unavailable", 503).header("Retry-After", "5");
    }
}
