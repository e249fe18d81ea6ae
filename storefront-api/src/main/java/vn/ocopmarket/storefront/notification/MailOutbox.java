package vn.ocopmarket.storefront.notification;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Letters that are to be sent. What was written in them is wiped when they are sent or given up: links open doors. */
public interface MailOutbox {

    /**
     * A letter that the caller alone may send for a while.
     *
     * @param attempt 1 for the first
     */
    record Claim(Mail mail, int attempt) {}

    /** Nothing happens when there is one with that id. */
    Mono<Void> add(Mail mail, Instant due);

    /** One that is due, hidden from others until the given moment. Empty when none is. */
    Mono<Claim> claim(Instant now, Instant until);

    Mono<Void> delivered(String id, Instant at);

    Mono<Void> retry(String id, Instant due);

    /** Nobody tries again. */
    Mono<Void> giveUp(String id, Instant at);
}
