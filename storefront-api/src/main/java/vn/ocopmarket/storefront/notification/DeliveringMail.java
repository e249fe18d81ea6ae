package vn.ocopmarket.storefront.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.notification.MailOutbox.Claim;

/**
 * Sends what is due. A letter is claimed before it is sent, so that of several instances one sends it; when that one dies
 * before it could note the server's yes, the letter is sent again under the same message id. After too many tries it is
 * parked with its reason.
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

    /** In one round. */
    private static final int MOST_REFUSALS = 3;

    private final MailOutbox outbox;
    private final Postman postman;
    private final PhoneMessages phones;
    private final Clock clock;

    DeliveringMail(MailOutbox outbox, Postman postman, PhoneMessages phones, Clock clock) {
        this.outbox = outbox;
        this.postman = postman;
        this.phones = phones;
        this.clock = clock;
    }

    /**
     * Completes when nothing more is due, or when the server takes nothing just now: the others need not find that out. A
     * letter that is not taken is no error.
     */
    Mono<Void> deliverDue() {
        return Mono.defer(() -> {
            var refusals = new AtomicInteger();
            return Mono.defer(
                            () -> outbox.claim(clock.instant(), clock.instant().plus(CLAIM)))
                    .flatMap(claim -> deliver(claim, refusals).thenReturn(true))
                    .defaultIfEmpty(false)
                    .repeat(AT_ONCE)
                    .takeUntil(some -> !some || refusals.get() >= MOST_REFUSALS)
                    .then();
        });
    }

    private Mono<Void> deliver(Claim claim, AtomicInteger refusals) {
        var mail = claim.mail();
        return (mail.isForPhone() ? phones.deliver(mail) : postman.deliver(mail))
                .timeout(LONGEST_DELIVERY)
                .then(Mono.defer(() -> outbox.delivered(claim, clock.instant())))
                .onErrorResume(refusal -> {
                    var _ = refusals.incrementAndGet();
                    return later(claim, refusal);
                });
    }

    private Mono<Void> later(Claim claim, Throwable refusal) {
        var id = claim.mail().id();
        var why = Discretion.words(refusal);
        LOG.warn("Mail {} was not taken at attempt {}: {}", id, claim.attempt(), why);
        if (claim.attempt() >= ATTEMPTS || refusal instanceof UndeliverableException) {
            LOG.error("Mail {} is parked", id);
            return outbox.park(claim, why, clock.instant());
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(claim.attempt() - 1, MOST_DOUBLINGS));
        return outbox.retry(claim, clock.instant().plus(pause));
    }
}
