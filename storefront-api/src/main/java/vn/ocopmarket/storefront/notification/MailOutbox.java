package vn.ocopmarket.storefront.notification;

import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Letters that are to be sent. What was written in them is wiped when they are sent or dropped: links open doors. What nobody
 * took lies parked with its words for a while, for somebody to send it again.
 */
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

    /** Like the others below it changes nothing when somebody else claimed the letter since, or when it is done with. */
    Mono<Void> delivered(Claim claim, Instant at);

    Mono<Void> retry(Claim claim, Instant due);

    /** Nobody tries again unless somebody asks for it. */
    Mono<Void> park(Claim claim, String why, Instant at);
}
