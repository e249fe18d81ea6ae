package vn.ocopmarket.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the numbered log. */
public final class EventLog {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final MongoCollection<Document> log;
    private final MongoCollection<Document> state;
    private final WakeUp written;

    public EventLog(MongoDatabase database, Relay.Hints hints) {
        this.log = database.getCollection(OutboxIndexes.LOG);
        this.state = database.getCollection(LogState.COLLECTION);
        this.written = hints.written();
    }

    /**
     * Entries above a number, at most {@code limit}, never one whose predecessor may still come. A page without
     * entries when there are none.
     */
    public Mono<LogPage> after(long number, int limit) {
        return state().flatMap(now -> {
            var from = Math.max(number, now.oldest() - 1);
            if (from >= now.lease().next()) {
                return Mono.just(new LogPage(List.of(), from, now.oldest()));
            }
            return read(from, limit)
                    .map(entries -> new LogPage(
                            entries,
                            entries.isEmpty() ? from : entries.getLast().number(),
                            now.oldest()));
        });
    }

    /**
     * Waits until entries of these types come (any type when none is named) and gives them; a page without entries
     * when the time is over. Its {@code next} passes over entries of other types.
     */
    public Mono<LogPage> waitFor(long number, int limit, Duration wait, Set<String> types) {
        if (wait.isZero()) {
            return after(number, limit).map(page -> only(types, page));
        }
        var last = new LogPage[1];
        return written.orEvery(POLL)
                .concatMap(_ -> after(last[0] == null ? number : last[0].next(), limit), 1)
                .map(page -> last[0] = only(types, page))
                .filter(page -> !page.entries().isEmpty())
                .next()
                .timeout(wait, Mono.defer(() -> last[0] == null ? after(number, 0) : Mono.just(last[0])));
    }

    /** The smallest number still kept; 1 while nothing was dropped. */
    public Mono<Long> oldest() {
        return state().map(LogState::oldest);
    }

    private Mono<LogState> state() {
        return Mono.from(state.find(LogState.byId()))
                .timeout(TIMEOUT)
                .map(LogState::of)
                .defaultIfEmpty(LogState.EMPTY);
    }

    /** Entries of one block are written side by side: those behind a number that is not there yet wait for it. */
    private Mono<List<LogEntry>> read(long after, int limit) {
        return Flux.from(log.find(Filters.gt(LogEntry.NUMBER, after))
                        .sort(Sorts.ascending(LogEntry.NUMBER))
                        .limit(limit)
                        .batchSize(limit))
                .timeout(TIMEOUT)
                .map(LogEntry::of)
                .collectList()
                .map(entries -> withoutGaps(after, entries));
    }

    private static List<LogEntry> withoutGaps(long after, List<LogEntry> entries) {
        var whole = new ArrayList<LogEntry>(entries.size());
        for (var entry : entries) {
            if (entry.number() != after + whole.size() + 1) {
                break;
            }
            whole.add(entry);
        }
        return whole;
    }

    private static LogPage only(Set<String> types, LogPage page) {
        if (types.isEmpty()) {
            return page;
        }
        var wanted = page.entries().stream()
                .filter(entry -> types.contains(entry.type()))
                .toList();
        return new LogPage(wanted, page.next(), page.oldest());
    }
}
