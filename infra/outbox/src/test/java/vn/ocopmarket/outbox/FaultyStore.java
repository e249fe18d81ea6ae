package vn.ocopmarket.outbox;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Passes every step on; tests override the ones that fail. */
class FaultyStore implements RelayStore {

    private final RelayStore store;

    FaultyStore(RelayStore store) {
        this.store = store;
    }

    /** Around every step. */
    protected <T> Mono<T> step(Mono<T> step) {
        return step;
    }

    @Override
    public Mono<Lease> acquire() {
        return step(store.acquire());
    }

    @Override
    public Mono<Void> renew(Lease lease) {
        return store.renew(lease);
    }

    @Override
    public Mono<Void> release(Lease lease) {
        return store.release(lease);
    }

    @Override
    public Mono<Set<String>> fillHoles(Lease lease) {
        return step(store.fillHoles(lease));
    }

    @Override
    public Mono<List<PendingDocument>> pending(String collection, int limit) {
        return step(store.pending(collection, limit));
    }

    @Override
    public Mono<Set<String>> logged(Collection<String> eventIds) {
        return step(store.logged(eventIds));
    }

    @Override
    public Mono<Long> reserve(Lease lease, int count, long floor) {
        return step(store.reserve(lease, count, floor));
    }

    @Override
    public Mono<Void> append(List<LogEntry> entries) {
        return step(store.append(entries));
    }

    @Override
    public Mono<Void> pull(String collection, List<Sent> sent) {
        return step(store.pull(collection, sent));
    }

    @Override
    public Mono<Void> park(String collection, Object documentId, Document entry, String reason) {
        return step(store.park(collection, documentId, entry, reason));
    }

    @Override
    public Mono<Long> trim(Lease lease) {
        return store.trim(lease);
    }
}
