package vn.ocopmarket.storefront.notification;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.notification.MailOutbox.Claim;

/**
 * Sends what is due. A letter is claimed before it is sent, so that of several instances one sends it; when that one dies
 * before it could note the server's yes, the letter is sent again under the same message id.
 */
final class DeliveringMail {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveringMail.class);
    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(30);
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 9;

    /** The last one is more than a day after the first. */
    private static final int ATTEMPTS = 40;

    private static final int AT_ONCE = 100;

    private final MailOutbox outbox;
    private final Postman postman;
    private final Clock clock;

    DeliveringMail(MailOutbox outbox, Postman postman, Clock clock) {
        this.outbox = outbox;
        this.postman = postman;
        this.clock = clock;
    }

    /** Completes when nothing more is due; a letter that is not taken is no error. */
    Mono<Void> deliverDue() {
        return Mono.defer(() -> outbox.claim(clock.instant(), clock.instant().plus(CLAIM)))
                .flatMap(claim -> deliver(claim).thenReturn(true))
                .defaultIfEmpty(false)
                .repeat(AT_ONCE)
                .takeUntil(some -> !some)
                .then();
    }

    private Mono<Void> deliver(Claim claim) {
        var id = claim.mail().id();
        return postman.deliver(claim.mail())
                .timeout(LONGEST_DELIVERY)
                .then(Mono.defer(() -> outbox.delivered(id, clock.instant())))
                .onErrorResume(refusal -> later(claim, refusal));
    }

    private Mono<Void> later(Claim claim, Throwable refusal) {
        var id = claim.mail().id();
        LOG.warn("Mail {} was not taken at attempt {}: {}", id, claim.attempt(), refusal.toString());
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(claim.attempt() - 1, MOST_DOUBLINGS));
        return claim.attempt() >= ATTEMPTS
                ? outbox.giveUp(id, clock.instant())
                : outbox.retry(id, clock.instant().plus(pause));
    }
}
