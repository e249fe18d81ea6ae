package vn.ocopmarket.storefront.cardevent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps events until they were applied. */
public interface EventInbox {

    /** Complete: it is kept durably, now or since an earlier copy. */
    Mono<Void> add(ProviderEvent event, Instant now);

    /** Takes one that is due, out of everybody's sight until then; empty when none is. */
    Mono<ProviderEvent> takeDue(Instant now, Instant until);

    /** It could not be applied; never empty: how often it was tried. */
    Mono<Integer> failed(String eventId, String why);

    /** It is tried again then. */
    Mono<Void> later(String eventId, Instant due);

    /** Nobody tries again unless somebody asks for it. */
    Mono<Void> park(String eventId, Instant now);

    /** What is parked, the oldest first. */
    Flux<ParkedEvent> parked(int limit);

    /** Is tried again from the beginning; false when it is not parked. */
    Mono<Boolean> replay(String eventId, Instant now);

    /** Nobody applies it any more; false when it is not parked. */
    Mono<Boolean> drop(String eventId, String why, String by, Instant now);

    /** It needs nothing more. */
    Mono<Void> done(String eventId, Instant now);

    /** An event that was tried too often. */
    record ParkedEvent(String id, String type, String about, String why, int tries, Instant since) {}

    /**
     * Something the provider says has happened; only a hint to ask what is so now.
     *
     * @param id the same for every copy
     * @param about the id of the session, intent or refund
     * @param orderId what that was made for, where it says so
     * @param raw as it came
     */
    record ProviderEvent(
            String id, String type, String about, @Nullable String orderId, String raw) {}
}
