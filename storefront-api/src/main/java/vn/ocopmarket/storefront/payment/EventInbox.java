package vn.ocopmarket.storefront.payment;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Keeps events until they were applied. */
public interface EventInbox {

    /** Complete: it is kept durably, now or since an earlier copy. */
    Mono<Void> add(ProviderEvent event, Instant now);

    /** Takes one that is due, out of everybody's sight until then; empty when none is. */
    Mono<ProviderEvent> takeDue(Instant now, Instant until);

    /** It needs nothing more. */
    Mono<Void> done(String eventId, Instant now);
}
