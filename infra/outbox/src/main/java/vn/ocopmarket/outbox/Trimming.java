package vn.ocopmarket.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.util.Date;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Drops the oldest part of the log; first the log says where it now begins, so that no reader takes the rest for a gap. */
final class Trimming {

    private static final int BATCH = 1_000;

    private final MongoCollection<Document> log;
    private final MongoCollection<Document> state;
    private final RelaySettings settings;
    private final Clock clock;

    Trimming(MongoCollection<Document> log, MongoCollection<Document> state, RelaySettings settings, Clock clock) {
        this.log = log;
        this.state = state;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<Long> trim(Lease lease) {
        return dropSome(lease)
                .expand(dropped -> dropped < BATCH ? Mono.empty() : dropSome(lease))
                .reduce(0L, Long::sum);
    }

    private Mono<Long> dropSome(Lease lease) {
        return Mono.from(state.find(LogState.byId()))
                .timeout(settings.timeout())
                .map(LogState::of)
                .flatMap(now -> lastToDrop(now).flatMap(last -> drop(lease, last)))
                .defaultIfEmpty(0L);
    }

    private Mono<Long> lastToDrop(LogState now) {
        var tooOld = Date.from(clock.instant().minus(settings.retention().maxAge()));
        var tooMany = now.lease().floor() - settings.retention().maxEntries();
        return Flux.from(log.find(Filters.lte(LogEntry.NUMBER, now.lease().floor()))
                        .sort(Sorts.ascending(LogEntry.NUMBER))
                        .projection(Projections.include(LogEntry.NUMBER, LogEntry.AT))
                        .limit(BATCH)
                        .batchSize(BATCH))
                .timeout(settings.timeout())
                .takeWhile(entry -> entry.getLong(LogEntry.NUMBER) <= tooMany
                        || entry.getDate(LogEntry.AT).before(tooOld))
                .takeLast(1)
                .next()
                .map(entry -> entry.getLong(LogEntry.NUMBER));
    }

    private Mono<Long> drop(Lease lease, long last) {
        return Mono.from(state.updateOne(LogState.heldBy(lease), Updates.max(LogState.OLDEST, last + 1)))
                .timeout(settings.timeout())
                .filter(told -> told.getMatchedCount() == 1)
                .flatMap(_ -> Mono.from(log.deleteMany(Filters.lte(LogEntry.NUMBER, last)))
                        .timeout(settings.timeout()))
                .map(deleted -> deleted.getDeletedCount());
    }
}
