package vn.ocopmarket.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ocopmarket.indexer.Sample.availability;
import static vn.ocopmarket.indexer.Sample.product;
import static vn.ocopmarket.indexer.Sample.sku;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.search.ProductDocument;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.indexer.index.domain.ShownStock;
import vn.ocopmarket.indexer.projection.ProjectingProducts;

class RefreshingProductsTests {

    private static final IndexTarget INDEX = new IndexTarget("index", Visibility.DURABLE);

    private final FakeSources sources = new FakeSources();
    private final FakeDocuments documents = new FakeDocuments();
    private final FakeParkedProducts parked = new FakeParkedProducts();
    private final RefreshingProducts refreshing = refreshing();

    private RefreshingProducts refreshing() {
        var clock = Clock.systemUTC();
        var parking = new Parking(parked, clock, new SimpleMeterRegistry());
        var projecting = new ProjectingProducts(SearchCard::toString, clock);
        return new RefreshingProducts(
                sources,
                new WritingBatches(sources, sources, documents, parking, projecting),
                parking,
                new RemovingProducts(sources, documents));
    }

    @Test
    void addsUpdatesAndLeavesAlone() {
        sources.put(product("p1", 1, "Mắm"));
        sources.put(product("p2", 1, "Dừa"));

        assertThat(refresh("p1")).isEqualTo(new RefreshCounts(1, 0, 0, 0));
        sources.put(product("p1", 2, "Mắm ngon"));
        assertThat(refresh("p1", "p2")).isEqualTo(new RefreshCounts(1, 1, 0, 0));
        assertThat(refresh("p1", "p2")).isEqualTo(new RefreshCounts(0, 0, 2, 0));
    }

    @Test
    void passesOverWhatTheCatalogueDoesNotKnow() {
        assertThat(refresh("nothing")).isEqualTo(RefreshCounts.NONE);
    }

    @Test
    void removesWhatTheCatalogueDoesNotHaveAnyMore() {
        sources.put(product("p1", 1, "Mắm"));
        sources.put(product("p2", 1, "Dừa"));
        assertThat(refresh("p1", "p2").added()).isEqualTo(2);

        assertThat(sources.products.remove("p1")).isNotNull();
        assertThat(refresh("p1", "p2")).isEqualTo(new RefreshCounts(0, 0, 1, 0));

        assertThat(await(documents.ids("index").collectList())).containsExactly("p2");
    }

    @Test
    void findsTheProductOfASku() {
        sources.put(product("p1", 1, "Mắm"));
        sources.put(availability(sku("p1"), 1, 4));

        assertThat(await(refreshing.skus(Set.of(sku("p1")), INDEX)).added()).isEqualTo(1);
        assertThat(stored("p1").inStock()).isTrue();
    }

    @Test
    void neverWritesWhatWasReadBeforeAnotherWroteNewer() {
        sources.put(product("p1", 1, "Cũ"));
        var once = new AtomicBoolean(true);
        documents.beforeWrite.set(() -> {
            if (once.getAndSet(false)) {
                sources.put(product("p1", 2, "Mới"));
                assertThat(refresh("p1").added()).isEqualTo(1);
            }
        });

        assertThat(refresh("p1").checked()).isEqualTo(1);

        assertThat(stored("p1").name()).isEqualTo("Mới");
        assertThat(documents.regressions).isEmpty();
    }

    @Test
    void ignoresAProductReadLongAgo() {
        var old = product("p1", 1, "Cũ");
        sources.put(product("p1", 3, "Mới"));
        assertThat(refresh("p1").added()).isEqualTo(1);

        assertThat(await(refreshing.read(Flux.just(old), INDEX))).isEqualTo(new RefreshCounts(0, 0, 1, 0));

        assertThat(stored("p1").name()).isEqualTo("Mới");
    }

    @Test
    void leavesTheDocumentWhenNobodySeesAChangeOfStock() {
        sources.put(product("p1", 1, "Mắm"));
        sources.put(availability(sku("p1"), 1, 500));
        assertThat(refresh("p1").added()).isEqualTo(1);

        sources.put(availability(sku("p1"), 2, 499));
        assertThat(refresh("p1").unchanged()).isEqualTo(1);
        sources.put(availability(sku("p1"), 3, 20));
        assertThat(refresh("p1").updated()).isEqualTo(1);
        sources.put(availability(sku("p1"), 4, 19));
        assertThat(refresh("p1").updated()).isEqualTo(1);
        sources.put(availability(sku("p1"), 5, 0));
        assertThat(refresh("p1").updated()).isEqualTo(1);
        assertThat(stored("p1").inStock()).isFalse();
    }

    @Test
    void readsAgainWhenItsPartsAreOfDifferentMoments() {
        sources.put(product("p1", 1, "Mắm"));
        sources.put(availability(sku("p1"), 5, 9));
        assertThat(refresh("p1").added()).isEqualTo(1);
        sources.put(product("p1", 2, "Mắm ngon"));
        sources.put(availability(sku("p1"), 4, 1));
        documents.beforeWrite.set(() -> {
            throw new AssertionError("A torn document must not be written");
        });

        var torn = refreshing.ids(List.of("p1"), INDEX).toFuture();
        documents.beforeWrite.set(() -> {});
        sources.put(availability(sku("p1"), 6, 8));

        assertThat(torn.join().updated()).isEqualTo(1);
        assertThat(stored("p1").availability())
                .extracting(AvailabilityRecord::version)
                .containsExactly(6L);
    }

    @Test
    void parksWhatTheIndexRefusesWithoutHoldingUpTheOthers() {
        IntStream.range(0, 200).forEach(i -> sources.put(product("p" + i, 1, "Mắm " + i)));
        documents.refusal.set(document -> document.id().equals("p77") ? "mapper_parsing_exception" : "");

        var counts = await(refreshing.ids(sources.products.keySet(), INDEX));

        assertThat(counts).isEqualTo(new RefreshCounts(199, 0, 0, 1));
        assertThat(Objects.requireNonNull(parked.parked.get("p77")).reason()).isEqualTo("mapper_parsing_exception");
    }

    @Test
    void parksWhatIsNoProductWithoutHoldingUpTheOthers() {
        IntStream.range(0, 100).forEach(i -> sources.put(product("p" + i, 1, "Mắm " + i)));
        sources.unreadable.add("p13");
        sources.unreadable.add("p64");

        var counts = await(refreshing.ids(sources.products.keySet(), INDEX));

        assertThat(counts.added()).isEqualTo(98);
        assertThat(parked.parked).containsOnlyKeys("p13", "p64");
    }

    @Test
    void forgetsTheParkedOnceTheyAreIndexed() {
        sources.put(product("p1", 1, "Mắm"));
        documents.refusal.set(document -> "too odd");
        assertThat(refresh("p1").parked()).isEqualTo(1);

        documents.refusal.set(document -> "");
        assertThat(refresh("p1").added()).isEqualTo(1);

        assertThat(parked.parked).isEmpty();
    }

    @Test
    void failsWithoutWritingWhenASourceDoesNotAnswer() {
        sources.put(product("p1", 1, "Mắm"));
        sources.failures.set(1);

        assertThatThrownBy(() -> refresh("p1")).hasMessageContaining("storefront is down");

        assertThat(documents.stored).isEmpty();
        assertThat(refresh("p1").added()).isEqualTo(1);
    }

    /** Eight writers refresh the same few products while these change all the time. */
    @Test
    void endsWithTheNewestHoweverManyWriteAtOnce() throws Exception {
        var ids = IntStream.range(0, 10).mapToObj(i -> "p" + i).toList();
        ids.forEach(id -> sources.put(product(id, 1, "Mắm")));
        var start = new CountDownLatch(1);
        try (var writers = Executors.newFixedThreadPool(8)) {
            var running = IntStream.range(0, 8)
                    .mapToObj(writer -> writers.submit(() -> {
                        start.await();
                        changeAndRefresh(ids, new Random(writer));
                        return writer;
                    }))
                    .toList();
            start.countDown();
            for (var writer : running) {
                assertThat(writer.get()).isNotNegative();
            }
        }

        assertThat(await(refreshing.ids(ids, INDEX)).parked()).isZero();
        assertThat(documents.regressions).isEmpty();
        for (var id : ids) {
            assertThat(stored(id).product()).isEqualTo(sources.products.get(id));
            var availability = sources.availability.get(sku(id));
            var newest = availability == null ? List.<AvailabilityRecord>of() : List.of(availability);
            assertThat(ShownStock.of(stored(id).availability())).isEqualTo(ShownStock.of(newest));
        }
    }

    private void changeAndRefresh(List<String> ids, Random random) {
        for (var i = 0; i < 60; i++) {
            var id = ids.get(random.nextInt(ids.size()));
            if (random.nextBoolean()) {
                sources.products.computeIfPresent(id, (_, old) -> product(id, old.revision() + 1, "Mắm"));
            } else {
                sources.availability.merge(
                        sku(id),
                        availability(sku(id), 1, 1),
                        (old, _) -> availability(sku(id), old.version() + 1, random.nextInt(50)));
            }
            var some = new ArrayList<>(ids);
            Collections.shuffle(some, random);
            var _ = refreshing
                    .ids(some.subList(0, 3), INDEX)
                    .onErrorResume(_ -> Mono.empty())
                    .block();
        }
    }

    private RefreshCounts refresh(String... ids) {
        return await(refreshing.ids(List.of(ids), INDEX));
    }

    private ProductDocument stored(String id) {
        return Objects.requireNonNull(documents.stored.get(id));
    }

    private static <T> T await(Mono<T> mono) {
        return Objects.requireNonNull(mono.block());
    }
}
