package vn.ocopmarket.outbox;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.outbox.RelayStore.PendingDocument;

/** One relay's work under one lease, from taking over until it is lost; every step happens after the one before. */
final class Shift {

    private static final Logger LOGGER = LoggerFactory.getLogger(Shift.class);

    private final RelayStore store;
    private final Lease lease;
    private final Sources sources;
    private final RelaySettings settings;
    private final Suspects suspects;
    private final Runnable moved;

    private long written;

    /** Events that are in the log and perhaps not out of their documents, since the last holder stopped half way. */
    private Set<String> inherited = Set.of();

    /** Until nothing of it is left, the floor stays where it was: whoever comes next inherits the same. */
    private boolean inherits = true;

    Shift(Relay relay, Lease lease) {
        this.store = relay.store();
        this.lease = lease;
        this.sources = relay.sources();
        this.settings = relay.settings();
        this.suspects = relay.suspects();
        this.moved = relay::moved;
        this.written = lease.next();
    }

    /** Makes the log whole again. */
    Mono<Void> takeOver() {
        return store.fillHoles(lease).doOnNext(ids -> inherited = ids).then();
    }

    /** Moves everything that waits; gives how many documents had something. */
    Mono<Integer> pass() {
        return Flux.fromIterable(sources.collections())
                .concatMap(this::drain)
                .reduce(0, Integer::sum)
                .doOnNext(documents -> {
                    if (documents == 0) {
                        inherits = false;
                        inherited = Set.of();
                        suspects.allDone();
                    }
                });
    }

    private Mono<Integer> drain(String collection) {
        return step(collection)
                .expand(documents -> documents == 0 ? Mono.empty() : step(collection))
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> step(String collection) {
        var limit = suspects.limit(settings.block());
        return store.pending(collection, limit)
                .flatMap(documents -> documents.isEmpty()
                        ? Mono.just(0)
                        : move(collection, documents, Batch.of(documents, limit))
                                .thenReturn(documents.size()));
    }

    private Mono<Void> move(String collection, List<PendingDocument> documents, Batch batch) {
        var unreadable = Flux.fromIterable(batch.unreadable())
                .concatMap(one -> park(collection, one.documentId(), one.entry(), one.reason()));
        if (suspects.isHopeless(batch)) {
            return unreadable.then(parkFirst(collection, documents, batch));
        }
        return unreadable.then(Mono.defer(() -> send(collection, batch)));
    }

    private Mono<Void> send(String collection, Batch batch) {
        if (batch.sent().isEmpty()) {
            return Mono.empty();
        }
        var logged = suspects.hasDuplicates() ? store.logged(batch.ids()) : Mono.just(inherited);
        return sources.deliver(batch.events())
                .then(logged)
                .flatMap(known -> append(sources.toLog(batch.events(), known)))
                .then(Mono.defer(() -> store.pull(collection, batch.sent())))
                .doOnError(error -> suspects.failed(batch, error))
                .doOnSuccess(_ -> suspects.done(batch));
    }

    private Mono<Void> append(List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return Mono.empty();
        }
        return store.reserve(lease, events.size(), inherits ? lease.floor() : written)
                .flatMap(first -> store.append(number(events, first)).doOnSuccess(_ -> {
                    written = first + events.size() - 1;
                    moved.run();
                }));
    }

    private static List<LogEntry> number(List<OutboxEvent> events, long first) {
        return IntStream.range(0, events.size())
                .mapToObj(index -> LogEntry.of(first + index, events.get(index)))
                .toList();
    }

    private Mono<Void> parkFirst(String collection, List<PendingDocument> documents, Batch batch) {
        var document = documents.getFirst();
        var entry = document.entries().getFirst();
        return park(collection, document.id(), entry, "Failed " + settings.tries() + " times")
                .doOnSuccess(_ -> suspects.done(batch));
    }

    private Mono<Void> park(String collection, Object documentId, Document entry, String reason) {
        return store.park(collection, documentId, entry, reason)
                .doOnSuccess(_ -> LOGGER.error("Parked an event of {} {}: {}", collection, documentId, reason));
    }
}
