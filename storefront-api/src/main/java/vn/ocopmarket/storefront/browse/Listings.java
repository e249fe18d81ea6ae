package vn.ocopmarket.storefront.browse;

import java.time.LocalDate;
import reactor.core.publisher.Mono;

/** The searchable list of products. */
public interface Listings {

    /**
     * One page of what is for sale on the day of the query. Never empty as a Mono; an error is {@link SearchUnavailable} when
     * the index does not answer, {@link InvalidCursor} when the cursor is not one of ours for this order.
     */
    Mono<SearchPage> search(ProductQuery query);

    /** For the first letters of something; errors as in a search. */
    Mono<Suggestions> suggest(String typed, LocalDate day);
}
