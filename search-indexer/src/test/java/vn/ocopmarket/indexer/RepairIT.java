package vn.ocopmarket.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.indexer.Eventually.assertSoon;
import static vn.ocopmarket.indexer.Sample.certificate;
import static vn.ocopmarket.indexer.Sample.product;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.indexer.feed.Feed;

/** What goes wrong with an index and how it is put right. */
class RepairIT {

    private final StubMarket market = new StubMarket();
    private final String space = RunningIndexer.newSpace();

    @AfterEach
    void closeMarket() {
        market.close();
    }

    @Test
    void reconcilesWhatIsMissingStaleOrTooMuch() throws Exception {
        IntStream.range(0, 200).forEach(i -> market.put(product("p" + i, 1, "Nước mắm")));
        try (var indexer = RunningIndexer.start(market, space)) {
            assertFollowed(indexer, 200);
            assertSoon(() -> assertThat(indexer.count()).isEqualTo(200));
            assertThat(indexer.delete("/%s/_doc/p7".formatted(space))).isNotNull();
            market.products.put("p8", product("p8", 2, "Kẹo dừa"));
            market.products.remove("p9");

            var result = indexer.management("POST", "reconcile");

            assertThat(result.get("checked").asInt()).isEqualTo(199);
            assertThat(result.get("missing").asInt()).isEqualTo(1);
            assertThat(result.get("stale").asInt()).isEqualTo(1);
            assertThat(result.get("extra").asInt()).isEqualTo(1);
            assertSoon(() -> assertThat(indexer.count()).isEqualTo(199));
            assertSoon(() -> assertThat(indexer.search("keo")).containsExactly("p8"));
            var again = indexer.management("POST", "reconcile");
            assertThat(again.get("missing").asInt()
                            + again.get("stale").asInt()
                            + again.get("extra").asInt())
                    .isZero();
            assertThat(indexer.management("GET", "reconcile").get("checked").asInt())
                    .isEqualTo(199);
        }
    }

    @Test
    void makesTheIndexAnewWithoutReadersNoticing() throws Exception {
        IntStream.range(0, 100).forEach(i -> market.put(product("p%03d".formatted(i), 1, "Nước mắm")));
        try (var indexer = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(indexer.search("mam")).hasSize(100));
            var before = indexer.index();
            var wrong = new ConcurrentLinkedQueue<Integer>();
            var stop = new AtomicBoolean();
            var reader = Thread.ofVirtual().start(() -> {
                while (!stop.get()) {
                    var found = indexer.search("mam").size();
                    if (found != 100) {
                        wrong.add(found);
                    }
                    LockSupport.parkNanos(20_000_000);
                }
            });
            var writer = Thread.ofVirtual().start(() -> changeUntil(stop));

            var report = indexer.management("POST", "rebuild");
            stop.set(true);
            reader.join();
            writer.join();

            assertThat(report.at("/products/added").asInt()).as("%s", report).isEqualTo(100);
            assertThat(indexer.index()).isNotEqualTo(before);
            assertThat(wrong).isEmpty();
            assertSoon(() -> assertAllCurrent(indexer));
        }
    }

    @Test
    void goesOnWithWhatAnotherHasBegun() throws Exception {
        IntStream.range(0, 400).forEach(i -> market.put(product("p%03d".formatted(i), 1, "Nước mắm")));
        String begun;
        try (var first = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(first.count()).isEqualTo(400));
            var live = first.index();
            market.exportsBreak.set(true);
            var rebuild = Thread.ofVirtual().start(() -> {
                var _ = first.management("POST", "rebuild");
            });
            assertSoon(() -> assertThat(first.newest()).isGreaterThan(live));
            begun = first.newest();
            assertSoon(() -> assertThat(isThere(first, begun, "p000")).isTrue());
            market.breaks.release();
            rebuild.join();

            market.put(product("p001", 2, "Kẹo dừa"));
            market.remove("p002");
            assertSoon(() -> assertThat(first.count()).isEqualTo(399));
            assertThat(first.index()).isEqualTo(live);
        }
        market.exportsBreak.set(false);
        market.breaks.release(1_000);
        try (var second = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(second.index()).isEqualTo(begun));
            assertSoon(() -> assertThat(second.count()).isEqualTo(399));
            assertSoon(() -> assertThat(second.search("keo")).containsExactly("p001"));
            assertAllCurrent(second);
            assertThat(second.document("p000").path("_version").asInt())
                    .as("what was written before the break stays")
                    .isEqualTo(1);
            market.put(product("p003", 2, "Mắm ruốc"));
            assertSoon(() -> assertThat(second.search("ruoc")).containsExactly("p003"));
        }
    }

    @Test
    void catchesUpWithWhatChangedWhileTheAliasMovedWhoeverMovedIt() throws Exception {
        IntStream.range(0, 20).forEach(i -> market.put(product("p%03d".formatted(i), 1, "Nước mắm")));
        String moved;
        try (var first = RunningIndexer.start(market, space)) {
            assertFollowed(first, 20);
            assertSoon(() -> assertThat(first.search("mam")).hasSize(20));
            var before = first.index();
            market.whenReadToTheEnd = () -> changeInTheLiveIndexOnly(first);
            market.readsToTheEnd.set(Feed.values().length);

            var _ = first.management("POST", "rebuild");

            moved = first.index();
            assertThat(moved).isNotEqualTo(before);
        }
        market.readsToTheEnd.set(Integer.MAX_VALUE);
        market.whenReadToTheEnd = () -> {};
        try (var second = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(second.search("keo")).containsExactly("p001"));
            assertAllCurrent(second);
            assertThat(second.index()).isEqualTo(moved);
            assertSoon(() -> assertThat(second.get("/%s/_mapping".formatted(moved))
                            .at("/%s/mappings/_meta".formatted(moved))
                            .propertyNames())
                    .as("nothing is left to be done")
                    .containsExactly("fingerprint"));
        }
    }

    /** As when somebody changes a product between the reading of its log and the move of the alias. */
    private void changeInTheLiveIndexOnly(RunningIndexer indexer) {
        market.put(product("p001", 2, "Kẹo dừa"));
        try {
            assertSoon(() -> assertThat(indexer.search("keo")).containsExactly("p001"));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isThere(RunningIndexer indexer, String index, String id) {
        return indexer.get("/%s/_doc/%s".formatted(index, id)).path("found").asBoolean();
    }

    private void changeUntil(AtomicBoolean stop) {
        for (var revision = 2; !stop.get(); revision++) {
            market.put(product("p%03d".formatted(revision % 100), revision, "Nước mắm"));
            LockSupport.parkNanos(50_000_000);
        }
    }

    private void assertAllCurrent(RunningIndexer indexer) {
        for (var product : market.products.values()) {
            assertThat(indexer.document(product.id())
                            .at("/_source/product/revision")
                            .asLong())
                    .as(product.id())
                    .isEqualTo(product.revision());
        }
    }

    @Test
    void leavesOneIndexLiveWhenTwoWereMade() throws Exception {
        market.put(product("p1", 1, "Nước mắm"));
        try (var indexer = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(indexer.count()).isEqualTo(1));
            var newest = indexer.index();
            var older = space + "-00000000000000000";
            assertThat(indexer.put("/" + older, "{}")).isNotNull();
            // Whoever looks after the alias may have put it right before anybody sees the two.
            assertThat(indexer.put("/%s/_alias/%s".formatted(older, space), "{}")
                            .path("acknowledged")
                            .asBoolean())
                    .isTrue();

            assertSoon(() ->
                    assertThat(indexer.get("/_alias/" + space).propertyNames()).containsExactly(newest));
            market.put(product("p2", 1, "Kẹo dừa"));
            assertSoon(() -> assertThat(indexer.search("keo")).containsExactly("p2"));
        }
    }

    @Test
    void makesTheIndexAnewWhenItsDefinitionIsAnOldOne() throws Exception {
        market.put(product("p1", 1, "Nước mắm"));
        String old;
        try (var indexer = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(indexer.count()).isEqualTo(1));
            old = indexer.index();
            assertThat(indexer.put("/%s/_mapping".formatted(old), "{\"_meta\": {\"fingerprint\": \"of yesterday\"}}"))
                    .isNotNull();
        }
        try (var indexer = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(indexer.index()).isNotEqualTo(old));
            market.put(product("p2", 1, "Mắm ruốc"));
            assertSoon(() -> assertThat(indexer.search("mam")).containsExactly("p1", "p2"));
        }
    }

    @Test
    void parksWhatTheIndexRefusesAndReplaysItWhenItIsRight() throws Exception {
        // Elasticsearch takes no years beyond nine digits, and a range must not end before it begins.
        var refused = certificate("c1", 3, "2025-01-01", "+999999999-12-30");
        market.put(product("bad", 1, "Mắm lạ", List.of(refused)));
        market.put(product("good", 1, "Mắm ngon"));
        try (var indexer = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(indexer.search("mam")).containsExactly("good"));
            assertSoon(
                    () -> assertThat(indexer.management("GET", "parked").size()).isEqualTo(1));
            assertThat(indexer.management("GET", "parked").at("/0/reason").asString())
                    .isNotEmpty();
            assertFollowed(indexer, 2);

            market.products.put("bad", product("bad", 2, "Mắm lạ"));
            assertThat(indexer.management("POST", "parked").get("added").asInt())
                    .isEqualTo(1);

            assertSoon(() -> assertThat(indexer.search("mam")).containsExactly("bad", "good"));
            assertThat(indexer.management("GET", "parked").size()).isZero();
        }
    }

    @Test
    void beginsAgainWhenTheIndexIsGone() throws Exception {
        market.put(product("p1", 1, "Nước mắm"));
        try (var indexer = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(indexer.count()).isEqualTo(1));
            var before = indexer.index();

            assertThat(indexer.delete("/" + before)).isNotNull();

            assertSoon(() -> assertThat(indexer.index()).isNotEqualTo(before));
            assertSoon(() -> assertThat(indexer.search("mam")).containsExactly("p1"));
        }
    }

    @Test
    void takesOverFromAnInstanceThatEndsAndNeverWorksTwice() throws Exception {
        market.put(product("p1", 1, "Nước mắm"));
        try (var first = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(first.count()).isEqualTo(1));
            try (var second = RunningIndexer.start(market, space)) {
                market.put(product("p2", 1, "Mắm ruốc"));
                assertSoon(() -> assertThat(second.count()).isEqualTo(2));
                assertSoon(() -> assertThat(active(first) + active(second)).isEqualTo(2));

                first.end();
                market.put(product("p3", 1, "Mắm tôm"));

                assertSoon(() -> assertThat(second.search("mam")).containsExactly("p1", "p2", "p3"));
                assertSoon(() -> assertThat(active(second)).isEqualTo(2));
            }
        }
    }

    /** Before that the follower may do again what it has done, as it does when the index was made while it began. */
    private static void assertFollowed(RunningIndexer indexer, long changes) throws Exception {
        assertSoon(() -> assertThat(indexer.management("GET", "health/feeds")
                        .at("/details/products/position")
                        .asLong())
                .isEqualTo(changes));
    }

    /** How many feeds it follows. */
    private static int active(RunningIndexer indexer) {
        var details = indexer.management("GET", "health/feeds").get("details");
        var states = new ArrayList<Boolean>();
        details.forEach(feed -> states.add(feed.get("active").asBoolean()));
        return (int) states.stream().filter(state -> state).count();
    }
}
