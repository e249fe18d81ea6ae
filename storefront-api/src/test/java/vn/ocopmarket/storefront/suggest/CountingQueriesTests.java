package vn.ocopmarket.storefront.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.browse.Listings;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.SearchPage;
import vn.ocopmarket.storefront.browse.SearchUnavailable;
import vn.ocopmarket.storefront.browse.Suggestions;
import vn.ocopmarket.storefront.suggest.domain.DayCount;

class CountingQueriesTests {

    private static final Instant MORNING = Instant.parse("2026-11-21T18:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final InMemory counts = new InMemory();
    private final Catalogue catalogue = new Catalogue();
    private final ByHand clock = new ByHand();
    private final CountingQueries counting = new CountingQueries(counts, catalogue, new RandomIds(), clock);

    @Test
    void countsAnOriginOnceForTheSameWordsInAnySpelling() {
        counting.worked("mắm tôm", "203.0.113.7");
        counting.worked("mắm tôm", "203.0.113.7");
        counting.worked("MAM TOM", "203.0.113.7");
        counting.worked("mắm tôm", "203.0.113.8");
        counting.worked("0912345678", "203.0.113.9");

        counting.write().block();

        assertThat(counts.kept).containsExactly(new DayCount("mắm tôm", DAY, 2));
        counting.write().block();
        assertThat(counts.kept).as("written once").hasSize(1);
    }

    @Test
    void countsAnOriginOnceHoweverManyDaysItComesBack() {
        for (var day = 0; day < 20; day++) {
            counting.worked("mắm tôm", "203.0.113.7");
            clock.move(Duration.ofDays(1));
        }
        counting.write().block();

        assertThat(counts.kept).containsExactly(new DayCount("mắm tôm", DAY, 1));
    }

    @Test
    void countsNoMoreWordsOfAnOriginInADayThanAnybodyLooksFor() {
        IntStream.range(0, 900).forEach(at -> counting.worked("mắm " + letters(at), "203.0.113.7"));
        counting.worked("mắm tôm", "203.0.113.8");
        counting.write().block();
        assertThat(counts.kept).hasSize(CountingQueries.WORDS_A_DAY + 1);

        clock.move(Duration.ofDays(1));
        counting.worked("mắm nêm", "203.0.113.7");
        counting.write().block();
        assertThat(counts.kept).as("on the next day it may go on").hasSize(CountingQueries.WORDS_A_DAY + 2);
    }

    private static String letters(int number) {
        return "" + (char) ('a' + number / 30 % 26) + (char) ('a' + number % 26);
    }

    @Test
    void showsOnlyWhatTheCatalogueAnswersAndNothingWithAlcohol() {
        for (var words : List.of("mắm tôm", "mắm của tôi rất ngon", "mắm tomm", "mắm rượu")) {
            IntStream.range(0, 3).forEach(ago -> counts.kept.add(new DayCount(words, DAY.minusDays(ago), 9)));
        }
        catalogue.answers.put("mắm của tôi rất ngon", page(SearchPage.Match.ANY, null, "09"));
        catalogue.answers.put("mắm tomm", page(SearchPage.Match.EXACT, "mắm tôm", "09"));
        catalogue.answers.put("mắm rượu", page(SearchPage.Match.EXACT, null, "09", "14"));

        counting.read().block();

        assertThat(counting.beginning("mam")).containsExactly("mắm tôm");
    }

    @Test
    void showsWhatItShowedBeforeWhileTheSearchIsAway() {
        IntStream.range(0, 3).forEach(ago -> counts.kept.add(new DayCount("mắm tôm", DAY.minusDays(ago), 9)));
        counting.read().block();
        catalogue.down = true;

        assertThatThrownBy(() -> counting.read().block()).hasRootCauseInstanceOf(IOException.class);
        assertThat(counting.beginning("mam")).containsExactly("mắm tôm");
    }

    private static SearchPage page(SearchPage.Match match, @Nullable String didYouMean, String... groups) {
        var cards = Arrays.stream(groups)
                .map(group -> SearchCard.of(
                        aProduct("p" + group, "Mắm").inGroup(group).record(), true))
                .toList();
        return new SearchPage(cards, cards.size(), true, Map.of(), didYouMean, null, Map.of(), match);
    }

    /** Answers everything exactly unless told otherwise. */
    private static final class Catalogue implements Listings {

        private final Map<String, SearchPage> answers = new HashMap<>();
        private boolean down;

        @Override
        public Mono<SearchPage> search(ProductQuery query) {
            return down
                    ? Mono.error(new SearchUnavailable("down", new IOException("down")))
                    : Mono.just(answers.getOrDefault(query.q(), page(SearchPage.Match.EXACT, null, "09")));
        }

        @Override
        public Mono<Suggestions> suggest(String typed, LocalDate day) {
            return Mono.just(Suggestions.NONE);
        }
    }

    @Test
    void suggestsOnceEnoughWasRead() {
        counts.kept.addAll(List.of(
                new DayCount("mắm tôm", DAY, 4),
                new DayCount("mắm tôm", DAY.minusDays(1), 4),
                new DayCount("mắm tôm", DAY.minusWeeks(CountingQueries.WEEKS), 4),
                new DayCount("mắm nêm", DAY, 9),
                new DayCount("mắm nêm", DAY.minusDays(2), 9),
                new DayCount("mắm nêm", DAY.minusWeeks(CountingQueries.WEEKS).minusDays(1), 9)));
        assertThat(counting.beginning("mam")).isEmpty();

        counting.read().block();

        assertThat(counting.beginning("mam"))
                .as("the third day of the other is too long ago")
                .containsExactly("mắm tôm");
    }

    private static final class ByHand extends Clock {

        private Instant now = MORNING;

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static final class InMemory implements QueryCounts {

        private final List<DayCount> kept = new ArrayList<>();

        @Override
        public Mono<Void> add(List<DayCount> counts) {
            return Mono.fromRunnable(() -> kept.addAll(counts));
        }

        @Override
        public Flux<DayCount> since(LocalDate day) {
            return Flux.fromIterable(kept).filter(count -> !count.day().isBefore(day));
        }
    }
}
