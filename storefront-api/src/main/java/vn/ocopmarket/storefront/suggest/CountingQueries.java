package vn.ocopmarket.storefront.suggest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.WorkingQueries;
import vn.ocopmarket.storefront.suggest.domain.Countable;
import vn.ocopmarket.storefront.suggest.domain.Pending;
import vn.ocopmarket.storefront.suggest.domain.Popularity;

/**
 * Counts words that led somebody to a product, once for each origin in all the time that counts. That somebody was counted is
 * remembered in memory alone, as a digest with a secret that ends with the process; nothing of it is ever written, so after a
 * restart, or by another instance, an origin may be counted again. What is shown therefore does not hang on counts alone: the
 * catalogue must answer the words.
 */
public final class CountingQueries implements WorkingQueries {

    static final int WEEKS = 4;

    private static final int SHOWN = 4;
    private static final int MOST_COUNTED = 200_000;
    private static final int MOST_ORIGINS = 50_000;

    /** Nobody looks for more in a day; whoever does takes no room from others. */
    static final int WORDS_A_DAY = 30;

    /** Of what the words find, that much is looked at. */
    private static final int FIRST_HITS = 5;

    private static final int SECRET = 32;

    private final QueryCounts counts;
    private final Listings listings;
    private final Clock clock;
    private final String secret;
    private final Pending pending = new Pending();
    private final AtomicReference<Popularity> popularity = new AtomicReference<>(Popularity.NONE);
    private final Cache<Long, Boolean> counted = Caffeine.newBuilder()
            .maximumSize(MOST_COUNTED)
            .expireAfterWrite(Duration.ofDays(7 * WEEKS + 1))
            .executor(Runnable::run)
            .build();
    private final Cache<Long, Integer> wordsOfDay = Caffeine.newBuilder()
            .maximumSize(MOST_ORIGINS)
            .expireAfterWrite(Duration.ofDays(1))
            .executor(Runnable::run)
            .build();

    CountingQueries(QueryCounts counts, Listings listings, RandomIds ids, Clock clock) {
        this.counts = counts;
        this.listings = listings;
        this.clock = clock;
        this.secret = ids.next(SECRET);
    }

    /** Takes note of words with which somebody found a product; waits for nothing. */
    public void worked(String typed, String origin) {
        Countable.of(typed).ifPresent(query -> {
            var day = LocalDate.now(clock);
            var once = digest(secret + '\n' + origin + '\n' + VietnameseText.fold(query));
            if (!counted.asMap().containsKey(once)
                    && mayGoOn(origin, day)
                    && counted.asMap().putIfAbsent(once, true) == null) {
                pending.count(query, day);
            }
        });
    }

    private boolean mayGoOn(String origin, LocalDate day) {
        return wordsOfDay.asMap().merge(digest(secret + '\n' + day + '\n' + origin), 1, Integer::sum) <= WORDS_A_DAY;
    }

    @Override
    public List<String> beginning(String typed) {
        return popularity.get().beginning(typed, SHOWN);
    }

    /** Writes down what was counted; what cannot be written is forgotten. */
    Mono<Void> write() {
        return Mono.fromSupplier(pending::drain)
                .filter(drained -> !drained.isEmpty())
                .flatMap(counts::add);
    }

    /** Reads anew what many people used; shows what it showed before when the search does not answer. */
    Mono<Void> read() {
        return Mono.defer(() -> {
            var today = LocalDate.now(clock);
            return counts.since(today.minusWeeks(WEEKS))
                    .collectList()
                    .map(Popularity::of)
                    .flatMap(popular -> Flux.fromIterable(popular.words())
                            .filterWhen(words -> mayBeShown(words, today), 1)
                            .collectList()
                            .map(popular::only))
                    .doOnNext(popularity::set)
                    .then();
        });
    }

    /** Only what products answer as it stands, so that nobody can write under the search box, and nothing with alcohol. */
    private Mono<Boolean> mayBeShown(String words, LocalDate day) {
        return listings.search(ProductQuery.typed(words, day, FIRST_HITS))
                .map(page -> page.total() > 0
                        && page.match() != SearchPage.Match.ANY
                        && page.didYouMean() == null
                        && page.items().stream().noneMatch(SearchCard::forAdults));
    }

    private static long digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
