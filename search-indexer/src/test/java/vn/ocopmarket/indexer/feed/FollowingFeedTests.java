package vn.ocopmarket.indexer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.feed.Change;
import vn.ocopmarket.contract.feed.ChangePage;

class FollowingFeedTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FakeLeases leases = new FakeLeases();
    private final List<Change> log = new ArrayList<>();
    private final AtomicLong oldest = new AtomicLong(1);
    private final Set<String> refreshed = new ConcurrentSkipListSet<>();
    private final AtomicInteger fullReads = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger failAt = new AtomicInteger(-1);
    private final FeedProgress progress = new FeedProgress(Feed.PRODUCTS, Clock.systemUTC(), new SimpleMeterRegistry());

    @Test
    void movesThePositionOverAllPagesInOrder() {
        write(1, 95);

        assertThat(followTo(95)).isSorted().endsWith(95L);
        assertThat(refreshed).hasSize(95);
    }

    @Test
    void goesOnFromThePositionThatWasKept() {
        write(1, 20);
        assertThat(followTo(20)).endsWith(20L);
        refreshed.clear();
        write(21, 30);

        assertThat(followTo(30)).endsWith(30L);

        assertThat(refreshed).containsExactlyInAnyOrderElementsOf(ids(21, 30));
    }

    /** Dies at each call of a port in turn; what was handled twice does no harm, what was never handled would. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20})
    void losesNothingWhereverItBreaksOff(int step) {
        write(1, 60);
        failAt.set(step);

        assertThat(followTo(60)).endsWith(60L);

        assertThat(refreshed).containsExactlyInAnyOrderElementsOf(ids(1, 60));
    }

    @Test
    void readsEverythingWhenTheLogHasForgottenWhatComesNext() {
        write(1, 40);
        oldest.set(21);
        log.removeIf(change -> change.number() < 21);

        assertThat(followTo(40)).endsWith(40L);

        assertThat(fullReads).hasValue(1);
        assertThat(refreshed).containsExactlyInAnyOrderElementsOf(ids(21, 40));
    }

    @Test
    void readsEverythingWhenTheLogIsAnotherOne() {
        write(1, 40);
        assertThat(followTo(40)).endsWith(40L);
        log.clear();
        write(1, 10);

        assertThat(followTo(10)).endsWith(10L);

        assertThat(fullReads).hasValue(1);
    }

    @Test
    void passesOverNumbersThatMeanNothing() {
        log.add(new Change(1, "filler", "noop", "", 0, Instant.EPOCH));
        write(2, 3);

        assertThat(followTo(3)).endsWith(3L);

        assertThat(refreshed).containsExactly("p2", "p3");
    }

    @Test
    void stopsMovingThePositionWhenItsLeaseIsStolen() {
        write(1, 95);
        var stolen = new AtomicInteger();
        var following = following(new Refreshing() {
            @Override
            void before() {
                if (stolen.getAndIncrement() == 2) {
                    leases.steal(Feed.PRODUCTS.label());
                }
            }
        });

        var positions = Objects.requireNonNull(following
                .follow()
                .takeUntil(position -> position == 95)
                .collectList()
                .block(PATIENCE));

        // It lost the lease in the middle, took it again and went on from the last position that was kept.
        assertThat(positions).endsWith(95L);
        assertThat(progress.state().position()).isEqualTo(95);
        assertThat(refreshed).hasSize(95);
    }

    @Test
    void givesItsLeaseBackBeforeItEnds() {
        write(1, 10);
        var leased = new LeasedWork(leases, Duration.ofMillis(20));
        var following = new FollowingFeed(Feed.PRODUCTS, parts(leased, new Refreshing()), progress);

        var positions =
                following.follow().doOnNext(_ -> leased.end()).collectList().block(PATIENCE);

        assertThat(positions).containsExactly(10L);
        assertThat(leases.acquire(Feed.PRODUCTS.label()).block()).isNotNull();
    }

    private List<Long> followTo(long end) {
        return Objects.requireNonNull(following(new Refreshing())
                .follow()
                .takeUntil(position -> position == end)
                .collectList()
                .block(PATIENCE));
    }

    private FollowingFeed following(ChangedProducts products) {
        var leased = new LeasedWork(leases, Duration.ofMillis(20));
        return new FollowingFeed(Feed.PRODUCTS, parts(leased, products), progress);
    }

    private FollowingParts parts(LeasedWork leased, ChangedProducts products) {
        var settings = new FeedSettings(
                10,
                3,
                Duration.ZERO,
                Duration.ofMillis(2),
                Duration.ofSeconds(6),
                Duration.ofMillis(20),
                Duration.ofMillis(5),
                Duration.ofMillis(1),
                Duration.ofMillis(5));
        return new FollowingParts(this::read, leased, leases, products, settings);
    }

    private Mono<ChangePage> read(Feed feed, long after, int limit, Duration wait) {
        return Mono.fromSupplier(() -> {
            mayFail();
            var from = Math.max(after, oldest.get() - 1);
            var items = log.stream()
                    .filter(change -> change.number() > from)
                    .limit(limit)
                    .toList();
            return new ChangePage(
                    items, items.isEmpty() ? lastNumber(from) : items.getLast().number(), oldest.get());
        });
    }

    /** An answer never names a number that the log does not have. */
    private long lastNumber(long from) {
        return log.isEmpty() ? oldest.get() - 1 : Math.min(from, log.getLast().number());
    }

    private void mayFail() {
        if (calls.getAndIncrement() == failAt.get()) {
            throw new IllegalStateException("It died here");
        }
    }

    private void write(long first, long last) {
        LongStream.rangeClosed(first, last)
                .forEach(number ->
                        log.add(new Change(number, "e" + number, "product.changed", "p" + number, 1, Instant.EPOCH)));
    }

    private static Set<String> ids(long first, long last) {
        var ids = new TreeSet<String>();
        LongStream.rangeClosed(first, last).forEach(number -> ids.add("p" + number));
        return ids;
    }

    /** Remembers what it was asked to refresh, when it does not die on the way. */
    private class Refreshing implements ChangedProducts {

        void before() {}

        @Override
        public Mono<Void> refresh(Feed feed, Set<String> keys) {
            return Mono.delay(Duration.ofMillis(2)).then(Mono.fromRunnable(() -> {
                before();
                mayFail();
                refreshed.addAll(keys);
            }));
        }

        @Override
        public Mono<Void> refreshAll() {
            return Mono.fromRunnable(() -> {
                mayFail();
                var _ = fullReads.incrementAndGet();
            });
        }
    }
}
