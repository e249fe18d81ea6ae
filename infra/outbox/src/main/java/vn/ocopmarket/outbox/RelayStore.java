package vn.ocopmarket.outbox;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** The steps of a relay, each atomic and safe to repeat; any of them may be the last one before a crash. */
interface RelayStore {

    /** Takes a free, expired or own lease under a new epoch; empty when another relay holds it. */
    Mono<Lease> acquire();

    /** Extends the lease; fails with {@link LeaseLostException}. */
    Mono<Void> renew(Lease lease);

    /** Lets others have it at once; does nothing when it is lost already. */
    Mono<Void> release(Lease lease);

    /**
     * Writes a noop at every number that was reserved and not written, so that a late insert there fails; gives the ids
     * of the events above the floor, which may still be in their documents.
     */
    Mono<Set<String>> fillHoles(Lease lease);

    /** Some documents with unsent events; empty list when there are none. */
    Mono<List<PendingDocument>> pending(String collection, int limit);

    /** Which of the ids the log has already. */
    Mono<Set<String>> logged(Collection<String> eventIds);

    /**
     * Reserves numbers and extends the lease; fails with {@link LeaseLostException}.
     *
     * @param floor every number up to this one is written, and its event is out of its document
     * @return the first of the reserved numbers
     */
    Mono<Long> reserve(Lease lease, int count, long floor);

    /** Writes entries at their numbers; any error leaves it open which were written. */
    Mono<Void> append(List<LogEntry> entries);

    /** Takes sent events out of their documents; repeating it changes nothing. */
    Mono<Void> pull(String collection, List<Sent> sent);

    /** Puts an entry that cannot be sent aside, with the reason. */
    Mono<Void> park(String collection, Object documentId, Document entry, String reason);

    /** Drops entries beyond the retention; gives how many. */
    Mono<Long> trim(Lease lease);

    /** Ids of events of one document that are in the log; none when its count was left over without an entry. */
    record Sent(Object documentId, List<String> eventIds) {}

    /** A document with unsent events, in the order in which they happened; entries nobody can read are still raw. */
    record PendingDocument(Object id, List<Document> entries) {

        public PendingDocument {
            entries = List.copyOf(entries);
        }
    }

    /** Another relay took over; this one stops at once. */
    final class LeaseLostException extends RuntimeException {

        LeaseLostException(Lease lease) {
            super("Lease with epoch " + lease.epoch() + " lost by " + lease.owner(), null, false, false);
        }
    }
}
