package vn.ocopmarket.storefront.browse.elastic;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Counted;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.SearchUnavailable;
import vn.ocopmarket.storefront.browse.domain.EverydayQueries;
import vn.ocopmarket.storefront.browse.domain.Reading;
import vn.ocopmarket.storefront.browse.domain.Wordings;
import vn.ocopmarket.storefront.wording.TryingWordings;
import vn.ocopmarket.storefront.wording.WordingChanges;

/** Asks the same twice, with the words as they are and as they would be; one after the other, since nobody hurries. */
@Component
class ComparingWordings implements TryingWordings {

    private static final int FIRST = 5;
    private static final int MOST_TRIED = 60;
    private static final int MOST_SHOWN = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}./-]+");

    private final ElasticListings listings;
    private final Wordings shipped;
    private final Clock clock;
    private final List<String> everyday = EverydayQueries.all();

    ComparingWordings(ElasticListings listings, Wordings shipped, Clock clock) {
        this.listings = listings;
        this.shipped = shipped;
        this.clock = clock;
    }

    @Override
    public Mono<Trial> compare(List<String> queries, WordingChanges now, WordingChanges then) {
        return Mono.defer(() -> {
                    var before = shipped.with(now.added(), now.off());
                    var after = shipped.with(then.added(), then.off());
                    var pair = new Pair(listings.searching(before), listings.searching(after), LocalDate.now(clock));
                    var readOtherwise = everyday.stream()
                            .filter(query -> !before.read(query).equals(after.read(query)))
                            .limit(MOST_TRIED)
                            .toList();
                    return Mono.zip(all(pair, queries), all(pair, readOtherwise), this::trial);
                })
                .timeout(PATIENCE)
                .onErrorMap(
                        java.util.concurrent.TimeoutException.class,
                        late -> new SearchUnavailable("The comparison takes too long", late));
    }

    private Trial trial(List<Compared> asked, List<Compared> others) {
        var changed = others.stream().filter(Compared::isChanged).toList();
        return new Trial(
                asked, everyday.size(), changed.stream().limit(MOST_SHOWN).toList(), changed.size());
    }

    private record Pair(Searching before, Searching after, LocalDate day) {}

    private static Mono<List<Compared>> all(Pair pair, List<String> queries) {
        return Flux.fromIterable(queries)
                .concatMap(query -> Mono.zip(
                        found(pair.before(), query, pair.day()),
                        found(pair.after(), query, pair.day()),
                        (before, after) -> new Compared(query, before, after)))
                .collectList();
    }

    /** The words alone: what else is read out of a query stays the same. */
    private static Mono<Found> found(Searching searching, String typed, LocalDate day) {
        var q = NOT_WORDS
                .matcher(VietnameseText.canonical(typed))
                .replaceAll(" ")
                .strip();
        return searching
                .search(new ProductQuery(
                        q,
                        Filters.NONE,
                        day,
                        Sort.RELEVANCE,
                        FIRST,
                        null,
                        new Counted(Set.of(), ""),
                        Reading.literal(q)))
                .map(ComparingWordings::read);
    }

    private static Found read(SearchPage page) {
        return new Found(page.items().stream().map(SearchCard::name).toList(), page.total());
    }
}
