package vn.ocopmarket.storefront.browse.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.browse.ExplainSearch;

/** Explains a search that is given as a query string. */
@Component
class ShowingExplanations {

    private static final int LIMIT = 50;

    private final ExplainSearch explaining;
    private final MessageSource messages;
    private final Clock clock;

    ShowingExplanations(ExplainSearch explaining, MessageSource messages, Clock clock) {
        this.explaining = explaining;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param ids of the products to explain, or none for the first */
    Mono<ExplainedView> of(MultiValueMap<String, String> search, List<String> ids, Locale locale) {
        var query = new QueryParameters(search, messages, locale)
                .refusingOthers()
                .query(LocalDate.now(clock), LIMIT)
                .counting();
        return explaining
                .explain(query, ids)
                .map(explained -> ExplainedView.of(explained, messages, locale))
                .onErrorMap(failure -> SearchProblems.of(failure, messages, locale));
    }
}
