package vn.ocopmarket.storefront.fair;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.browse.ListedProduct;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.fair.domain.Fair;
import vn.ocopmarket.storefront.fair.domain.Fitness;

/** Finds products for a fair, also those that may not be picked, so that the officer sees why. */
public final class FindCandidates {

    private static final int PAGE = 20;
    private static final int AT_ONCE = 4;

    private final Listings listings;
    private final FindProducts products;
    private final Clock clock;

    FindCandidates(Listings listings, FindProducts products, Clock clock) {
        this.listings = listings;
        this.products = products;
        this.clock = clock;
    }

    /**
     * By words or by the code on a pack; what may be picked comes first. An error is
     * {@link vn.ocopmarket.storefront.browse.SearchUnavailable} when the index does not answer.
     */
    public Mono<List<Candidate>> find(Fair fair, String words) {
        var ids = Flux.concat(
                        found(words, LocalDate.now(clock)),
                        found(words, fair.plan().period().first()))
                .distinct();
        return products.byCode(words)
                .flux()
                .concatWith(ids.flatMapSequential(products::byIdOrSlug, AT_ONCE))
                .map(ListedProduct::product)
                .distinct(product -> product.id())
                .map(product ->
                        new Candidate(product, Fitness.of(product, fair.plan().period()), fair.hasPicked(product.id())))
                .sort(Comparator.comparing(candidate -> !candidate.isFit()))
                .collectList();
    }

    private Flux<String> found(String words, LocalDate day) {
        return listings.search(new ProductQuery(words, Filters.NONE, day, Sort.RELEVANCE, PAGE, null).counting())
                .flatMapIterable(
                        page -> page.items().stream().map(SearchCard::id).toList());
    }
}
