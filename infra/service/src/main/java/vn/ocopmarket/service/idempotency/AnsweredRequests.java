package vn.ocopmarket.service.idempotency;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Requests that came with a key, and what was answered; kept for two days. */
public interface AnsweredRequests {

    /**
     * Begins a request, or finds the one that was begun under the id. A request that was begun before {@code stale} and
     * never answered is taken over: its process is gone.
     */
    Mono<Begun> begin(String id, String fingerprint, Instant now, Instant stale);

    /** Keeps the answer. */
    Mono<Void> answered(String id, StoredAnswer answer);

    /** Nothing came of it, so it may be tried afresh. */
    Mono<Void> forget(String id);

    /** What is known of a request. */
    sealed interface Begun {

        /** The caller is to do it. */
        record Fresh() implements Begun {}

        /** Somebody is at it. */
        record Running() implements Begun {}

        /** It was done. */
        record Done(StoredAnswer answer) implements Begun {}

        /** The key was used for another request. */
        record Another() implements Begun {}
    }
}
