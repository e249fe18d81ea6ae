package vn.ocopmarket.storefront.suggest.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.suggest.QueryCounts;
import vn.ocopmarket.storefront.suggest.domain.DayCount;

/** One document for a day and its words, which ends after five weeks. */
@Repository
class MongoQueryCounts implements QueryCounts {

    static final String COLLECTION = "searchCounts";
    static final String EXPIRES_AT = "expireAt";
    static final String DAY = "day";

    private static final String QUERY = "query";
    private static final String PEOPLE = "people";
    private static final int KEPT_DAYS = 35;

    /** So whoever fills a day takes no other from anybody. */
    static final int ROOM_OF_A_DAY = 3_000;

    /** More than all days together, with what several instances write at once. */
    private static final int MOST_READ = 150_000;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final MongoCollection<Document> counts;
    private final Clock clock;

    MongoQueryCounts(MongoDatabase database, Clock clock) {
        this.counts = database.getCollection(COLLECTION);
        this.clock = clock;
    }

    @Override
    public Mono<Void> add(List<DayCount> added) {
        return Flux.fromStream(() -> added.stream().map(DayCount::day).distinct())
                .filterWhen(this::hasRoom)
                .collect(Collectors.toSet())
                .flatMap(withRoom -> Mono.from(counts.bulkWrite(
                        added.stream()
                                .map(count -> update(count, new UpdateOptions().upsert(withRoom.contains(count.day()))))
                                .toList(),
                        new BulkWriteOptions().ordered(false))))
                .timeout(LONGEST_WAIT)
                .then();
    }

    private Mono<Boolean> hasRoom(LocalDate day) {
        return Mono.from(counts.countDocuments(eq(DAY, day.toString()), new CountOptions().limit(ROOM_OF_A_DAY)))
                .map(there -> there < ROOM_OF_A_DAY);
    }

    private UpdateOneModel<Document> update(DayCount count, UpdateOptions options) {
        var day = count.day().toString();
        var end = count.day().plusDays(KEPT_DAYS).atStartOfDay(clock.getZone()).toInstant();
        return new UpdateOneModel<>(
                eq(day + "|" + count.query()),
                combine(
                        inc(PEOPLE, count.people()),
                        setOnInsert(DAY, day),
                        setOnInsert(QUERY, count.query()),
                        setOnInsert(EXPIRES_AT, Date.from(end))),
                options);
    }

    @Override
    public Flux<DayCount> since(LocalDate day) {
        return Flux.from(counts.find(gte(DAY, day.toString())).limit(MOST_READ))
                .timeout(LONGEST_WAIT)
                .map(count -> new DayCount(
                        count.getString(QUERY), LocalDate.parse(count.getString(DAY)), count.getInteger(PEOPLE, 0)));
    }
}
