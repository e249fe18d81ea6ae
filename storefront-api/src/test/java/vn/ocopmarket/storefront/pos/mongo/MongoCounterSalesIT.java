package vn.ocopmarket.storefront.pos.mongo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.storefront.pos.FindCounterSales.CounterSale;
import vn.ocopmarket.storefront.pos.domain.Sale;
import vn.ocopmarket.storefront.pos.domain.SaleLine;
import vn.ocopmarket.storefront.pos.domain.Till;
import vn.ocopmarket.testing.Stores;

class MongoCounterSalesIT {

    private static final MongoClient MONGO = MongoClients.create(Stores.mongoUri());
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

    /** More than one answer holds. */
    private static final int A_DAY = 1_200;

    /** One answer holds them, and a reader does not ask for them all at once. */
    private static final int QUIET_DAY = 400;

    private final MongoDatabase database = MONGO.getDatabase("counterSales" + System.nanoTime());
    private final MongoCounterSales sales = new MongoCounterSales(database);

    @BeforeEach
    void sell() {
        var indexes = new PosMongoConfiguration().saleIndexes();
        finish(database.getCollection(indexes.collection()).createIndexes(indexes.indexes()));
        for (int day = 0; day < 3; day++) {
            var date = FIRST.plusDays(day);
            var booked = IntStream.rangeClosed(1, day < 2 ? A_DAY : QUIET_DAY)
                    .mapToObj(number -> booked(date, number))
                    .toList();
            finish(database.getCollection(MongoSales.COLLECTION).insertMany(booked));
        }
    }

    @AfterEach
    void drop() {
        finish(database.drop());
    }

    @Test
    void readsEverySaleOfTheseDaysOnce() {
        var found = requireNonNull(sales.between(FIRST, FIRST.plusDays(1))
                .mapNotNull(Reading::orNull)
                .collectList()
                .block(PATIENCE));

        assertThat(found).hasSize(2 * A_DAY).extracting(CounterSale::id).doesNotHaveDuplicates();
        assertThat(found).extracting(CounterSale::day).containsOnly(FIRST, FIRST.plusDays(1));
    }

    @Test
    void waitsForWhoIsSlowerThanTheStore() {
        StepVerifier.withVirtualTime(() -> sales.between(FIRST.plusDays(2), FIRST.plusDays(2)), 1)
                .expectNextCount(1)
                .thenAwait(Duration.ofHours(1))
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(QUIET_DAY - 1)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void letsABookedSaleWaitUntilItIsEntered() {
        assertThat(sales.oldest().block(PATIENCE)).isEqualTo(FIRST);
        assertThat(sales.firstDay().block(PATIENCE)).isEqualTo(FIRST);
        var some = requireNonNull(sales.waiting(2 * A_DAY)
                .mapNotNull(Reading::orNull)
                .collectList()
                .block(PATIENCE));
        assertThat(some).hasSize(2 * A_DAY);

        finish(sales.entered(some.stream().map(CounterSale::id).toList()));

        assertThat(sales.oldest().block(PATIENCE)).isEqualTo(FIRST.plusDays(2));
        assertThat(sales.waiting(A_DAY).count().block(PATIENCE)).isEqualTo(QUIET_DAY);
        assertThat(sales.between(FIRST, FIRST).count().block(PATIENCE)).isEqualTo(A_DAY);
    }

    @Test
    void namesASaleThatCannotBeReadAndReadsTheOthers() {
        var id = FIRST + "-1";
        finish(database.getCollection(MongoSales.COLLECTION).updateOne(Filters.eq(id), Updates.unset("lines")));

        for (var all : List.of(sales.between(FIRST, FIRST), sales.waiting(A_DAY))) {
            var readings = requireNonNull(all.collectList().block(PATIENCE));
            assertThat(readings).hasSize(A_DAY);
            assertThat(readings)
                    .filteredOn(reading -> reading.orNull() == null)
                    .singleElement()
                    .isInstanceOfSatisfying(Reading.Broken.class, broken -> {
                        assertThat(broken.id()).isEqualTo(id);
                        assertThat(broken.name()).isEqualTo("260901-0001");
                    });
        }
        assertThat(sales.oldest().block(PATIENCE)).isEqualTo(FIRST);
    }

    private static Document booked(LocalDate day, int number) {
        var id = day + "-" + number;
        var line = new SaleLine("S", "slug", "Mật ong", "500 ml", Money.dong(10_000), 1, false);
        var cash = new Sale.Cash(Money.dong(10_000), Instant.parse("2026-09-01T03:00:00Z"), day);
        return SaleDocuments.write(
                new Sale.Booked(id, 3, new Till("kho", "seller", "Lan"), List.of(line), cash, number, Map.of()));
    }

    private static void finish(Publisher<?> publisher) {
        var unused = Mono.from(publisher).block(PATIENCE);
    }
}
