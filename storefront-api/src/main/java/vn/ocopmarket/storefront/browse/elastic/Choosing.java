package vn.ocopmarket.storefront.browse.elastic;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Counted;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.browse.SearchPage.Match;
import vn.ocopmarket.storefront.browse.domain.Wordings;
import vn.ocopmarket.storefront.browse.elastic.SearchAnswer.Found;

/**
 * Chooses what is searched for instead of the words as typed, when these find nothing or too little: with a slip put right,
 * with what is of the same kind, at last with any of the words. It looks at the words alone and not at ticks, order or page,
 * so that all pages, and all counts beside a tick, are of the same products.
 */
final class Choosing {

    /** With fewer, more of the same kind follows. */
    private static final int FEW = 4;

    private static final int MOST_GUESSES = 4;
    private static final int LOOK_AT = 10;

    private final Wordings wordings;
    private final Guessing guessing;
    private final BiFunction<ProductQuery, Way, Mono<Found>> finding;
    private final Words strict;
    private final Words related;
    private final Words loose;

    Choosing(
            Wordings wordings,
            Phrasing phrasing,
            Guessing guessing,
            BiFunction<ProductQuery, Way, Mono<Found>> finding) {
        this.wordings = wordings;
        this.guessing = guessing;
        this.finding = finding;
        this.strict = Words.strict(wordings, phrasing);
        this.related = Words.related(wordings, phrasing);
        this.loose = Words.loose(wordings, phrasing);
    }

    /**
     * A way to search.
     *
     * @param didYouMean what is told of words that were put right, or null
     * @param match how far what it finds may be from the words
     */
    record Way(Words words, String q, @Nullable String didYouMean, Match match) {

        /** Whether some that it finds are only of the kind, they tell themselves. */
        Match match(Found found) {
            var isRelated = match == Match.RELATED
                    && found.hits().stream().anyMatch(hit -> !hit.named().contains(Words.AS_ASKED));
            return match == Match.RELATED && !isRelated ? Match.EXACT : match;
        }
    }

    Way asTyped(ProductQuery query) {
        return new Way(strict, query.q(), null, Match.EXACT);
    }

    /** Whether what the words find as typed is what they are searched for, whatever is ticked. */
    boolean isEnough(ProductQuery query, Found found) {
        return query.q().isEmpty()
                || found.total() >= FEW && wordings.nearAsAWhole(query.q()).isEmpty();
    }

    /** The question without ticks, order and page. */
    static ProductQuery bare(ProductQuery query) {
        return new ProductQuery(
                query.q(),
                Filters.NONE,
                query.day(),
                Sort.RELEVANCE,
                LOOK_AT,
                null,
                new Counted(Set.of(), ""),
                query.reading());
    }

    /** For a {@link #bare} question; never empty, errors as in a search. */
    Mono<Way> of(ProductQuery bare) {
        return finding.apply(bare, asTyped(bare))
                .flatMap(found -> found.total() == 0
                        ? guessed(bare)
                        : corrected(bare, scattered(bare.q(), found)).defaultIfEmpty(way(bare.q(), found, null)));
    }

    /** What is known best is tried first, what products say next, and at last any of the words do. */
    private Mono<Way> guessed(ProductQuery bare) {
        var near = wordings.near(bare.q());
        var surely = near.stream().filter(one -> one.syllables() > 1).findFirst();
        return corrected(bare, near.stream().map(Wordings.Near::words).toList())
                .switchIfEmpty(guessing.of(bare).flatMap(guesses -> corrected(bare, guesses)))
                .defaultIfEmpty(new Way(loose, surely.map(Wordings.Near::words).orElse(bare.q()), null, Match.ANY));
    }

    /** With the first of the other words that find something; empty when none does. */
    private Mono<Way> corrected(ProductQuery bare, List<String> others) {
        return Flux.fromIterable(others)
                .take(MOST_GUESSES)
                .concatMap(
                        other -> finding.apply(bare, new Way(strict, other, null, Match.EXACT))
                                .filter(found -> found.total() > 0)
                                .map(found -> way(other, found, Guessing.spelled(other, found))),
                        1)
                .next();
    }

    /** Words that are all there but in no text together may be one that is known with a slip: <i>muối tm</i>. */
    private List<String> scattered(String q, Found found) {
        var near = wordings.nearAsAWhole(q);
        if (near.isEmpty()) {
            return near;
        }
        var wanted = wordings.read(q);
        var isTogether = found.hits().stream()
                .limit(LOOK_AT)
                .flatMap(hit -> Guessing.texts(hit).stream())
                .anyMatch(wanted::standsIn);
        return isTogether ? List.of() : near;
    }

    /** What was asked for; when that is little, with what is of the same kind after it. */
    private Way way(String q, Found found, @Nullable String didYouMean) {
        var mayHaveMore = found.total() < FEW
                && q.indexOf(' ') > 0
                && !Understood.isCode(found)
                && wordings.read(q).core().size() > 1;
        return mayHaveMore
                ? new Way(related, q, didYouMean, Match.RELATED)
                : new Way(strict, q, didYouMean, Match.EXACT);
    }
}
