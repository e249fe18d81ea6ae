package vn.ocopmarket.storefront.suggest.mongo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.suggest.domain.DayCount;
import vn.ocopmarket.testing.Stores;

class MongoQueryCountsIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private MongoClient client;
    private MongoDatabase database;
    private MongoQueryCounts counts;

    @BeforeEach
    void connect() {
        client = MongoClients.create(Stores.mongoUri());
        database = client.getDatabase("suggest-" + UUID.randomUUID());
        counts = new MongoQueryCounts(database, Clock.system(VIETNAM));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void addsUpWhatManyInstancesCountAtOnce() {
        var batch = List.of(
                new DayCount("mắm tôm", DAY, 2),
                new DayCount("cà phê", DAY, 1),
                new DayCount("mắm tôm", DAY.minusDays(1), 1));

        finish(Flux.range(0, 40).flatMap(_ -> counts.add(batch), 40).then());

        assertThat(since(DAY.minusDays(1)))
                .containsExactlyInAnyOrder(
                        new DayCount("mắm tôm", DAY, 80),
                        new DayCount("cà phê", DAY, 40),
                        new DayCount("mắm tôm", DAY.minusDays(1), 40));
        assertThat(since(DAY)).hasSize(2);
    }

    @Test
    void hasRoomForEveryDayHoweverFullAnotherIs() {
        finish(counts.add(IntStream.range(0, MongoQueryCounts.ROOM_OF_A_DAY)
                .mapToObj(at -> new DayCount("mắm " + at, DAY, 1))
                .toList()));

        finish(counts.add(List.of(
                new DayCount("mắm 7", DAY, 2),
                new DayCount("mắm tôm", DAY, 1),
                new DayCount("mắm tôm", DAY.plusDays(1), 1))));

        assertThat(since(DAY))
                .hasSize(MongoQueryCounts.ROOM_OF_A_DAY + 1)
                .contains(new DayCount("mắm 7", DAY, 3), new DayCount("mắm tôm", DAY.plusDays(1), 1))
                .doesNotContain(new DayCount("mắm tôm", DAY, 1));
    }

    @Test
    void keepsWordsAndNumbersAloneAndOnlyForSomeWeeks() {
        finish(counts.add(List.of(new DayCount("mắm tôm", DAY, 2))));

        var stored = requireNonNull(Mono.from(database.getCollection(MongoQueryCounts.COLLECTION)
                        .find()
                        .first())
                .block(PATIENCE));

        assertThat(stored)
                .isEqualTo(new Document("_id", "2026-11-22|mắm tôm")
                        .append("people", 2)
                        .append("day", "2026-11-22")
                        .append("query", "mắm tôm")
                        .append(
                                "expireAt",
                                Date.from(DAY.plusDays(35).atStartOfDay(VIETNAM).toInstant())));
    }

    private List<DayCount> since(LocalDate day) {
        return requireNonNull(counts.since(day).collectList().block(PATIENCE));
    }

    private static void finish(Mono<Void> work) {
        work.block(PATIENCE);
    }
}
