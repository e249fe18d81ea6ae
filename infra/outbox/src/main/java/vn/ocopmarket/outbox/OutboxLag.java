package vn.ocopmarket.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How long events have been waiting: grows when no relay works, so it is the figure to alarm on. */
public final class OutboxLag {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int SAMPLE = 1_000;

    private final MongoDatabase database;
    private final List<String> collections;
    private final Clock clock;

    public OutboxLag(MongoDatabase database, Sources sources, Clock clock) {
        this.database = database;
        this.collections = sources.collections();
        this.clock = clock;
    }

    /** The age of the oldest waiting event among some waiting documents; zero when none waits. */
    public Mono<Duration> oldestPending() {
        return Flux.fromIterable(collections)
                .concatMap(collection -> database.getCollection(collection)
                        .find(Filters.gt(Outbox.PENDING, 0))
                        .projection(Projections.include(Outbox.ENTRIES + ".at"))
                        .limit(SAMPLE)
                        .batchSize(SAMPLE))
                .timeout(TIMEOUT)
                .concatMapIterable(document -> document.getList(Outbox.ENTRIES, Document.class, List.of()))
                .concatMap(entry -> Mono.justOrEmpty(entry.get("at", Date.class)))
                .map(at -> Duration.between(at.toInstant(), clock.instant()))
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }
}
