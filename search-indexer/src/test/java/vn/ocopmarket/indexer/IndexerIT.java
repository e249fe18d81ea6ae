package vn.ocopmarket.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.indexer.Eventually.assertSoon;
import static vn.ocopmarket.indexer.Sample.availability;
import static vn.ocopmarket.indexer.Sample.product;
import static vn.ocopmarket.indexer.Sample.sku;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole service on real stores, with stubs of the services it follows. */
class IndexerIT {

    private final StubMarket market = new StubMarket();
    private final String space = RunningIndexer.newSpace();

    @AfterEach
    void closeMarket() {
        market.close();
    }

    @Test
    void makesProductsSearchableWithoutAccentsAndKeepsThemFresh() throws Exception {
        market.put(product("p1", 1, "Nước mắm Phú Quốc"));
        try (var indexer = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(indexer.search("nuoc mam")).containsExactly("p1"));

            market.put(product("p1", 2, "Rượu Quách"));
            market.put(product("p2", 1, "Dừa sáp Cầu Kè"));

            assertSoon(() -> assertThat(indexer.search("ruou")).containsExactly("p1"));
            assertSoon(() -> assertThat(indexer.search("DUA SAP")).containsExactly("p2"));
            assertThat(indexer.search("nuoc mam")).isEmpty();
        }
    }

    @Test
    void followsAvailability() throws Exception {
        market.put(product("p1", 1, "Nước mắm"));
        try (var indexer = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(indexer.search("mam")).hasSize(1));

            market.put(availability(sku("p1"), 1, 5));
            assertSoon(() -> assertThat(inStock(indexer, "p1")).isTrue());

            market.put(availability(sku("p1"), 2, 0));
            assertSoon(() -> assertThat(inStock(indexer, "p1")).isFalse());
        }
    }

    @Test
    void goesOnFromWhereItStopped() throws Exception {
        market.put(product("p1", 1, "Nước mắm"));
        try (var indexer = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(indexer.count()).isEqualTo(1));
        }
        market.put(product("p2", 1, "Mắm bò hóc"));
        try (var indexer = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(indexer.search("mam")).containsExactly("p1", "p2"));
        }
    }

    @Test
    void readsEverythingWhenTheLogHasForgotten() throws Exception {
        market.put(product("p1", 1, "Nước mắm"));
        market.put(product("p2", 1, "Mắm ruốc"));
        market.productLog.trim();
        try (var indexer = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(indexer.search("mam")).containsExactly("p1", "p2"));
        }
    }

    @Test
    void readsEverythingWhenTheLogIsAnotherOne() throws Exception {
        IntStream.range(0, 5).forEach(i -> market.put(product("p" + i, 1, "Nước mắm")));
        try (var indexer = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(indexer.count()).isEqualTo(5));
        }
        market.productLog.reset();
        market.put(product("p9", 1, "Kẹo dừa"));
        try (var indexer = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(indexer.search("keo")).containsExactly("p9"));
            market.put(product("p8", 1, "Kẹo lạc"));
            assertSoon(() -> assertThat(indexer.search("keo")).containsExactly("p8", "p9"));
        }
    }

    @Test
    void carriesOnAfterTheOtherServicesFailed() throws Exception {
        try (var indexer = RunningIndexer.start(market, space, "ocop.feed.retry-most=300ms")) {
            market.failures.set(12);
            market.put(product("p1", 1, "Nước mắm"));

            assertSoon(() -> assertThat(indexer.search("mam")).containsExactly("p1"));
            assertThat(market.failures).hasValue(0);
        }
    }

    @Test
    void signsInAgainWhenItsTokenIsRefused() throws Exception {
        market.put(product("p1", 1, "Nước mắm"));
        try (var indexer = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(indexer.count()).isEqualTo(1));
            market.tokens.incrementAndGet();

            market.put(availability(sku("p1"), 1, 5));

            assertSoon(() -> assertThat(inStock(indexer, "p1")).isTrue());
        }
    }

    @Test
    void isWellAndMeasuresFreshness() throws Exception {
        market.put(product("p1", 1, "Nước mắm"));
        try (var indexer = RunningIndexer.start(market, space)) {
            assertSoon(() -> assertThat(indexer.count()).isEqualTo(1));
            assertSoon(() -> assertThat(indexer.management("GET", "health")
                            .at("/components/feeds/status")
                            .asString())
                    .isEqualTo("UP"));
            assertSoon(() -> assertThat(indexer.management("GET", "health/feeds")
                            .at("/details/products/position")
                            .asLong())
                    .isEqualTo(1));
        }
    }

    private static boolean inStock(RunningIndexer indexer, String id) {
        return indexer.document(id).at("/_source/inStock").asBoolean();
    }
}
