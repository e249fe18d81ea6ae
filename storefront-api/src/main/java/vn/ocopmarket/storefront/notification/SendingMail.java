package vn.ocopmarket.storefront.notification;

import java.time.Clock;
import reactor.core.publisher.Mono;

/** Takes letters in. They are on their way as soon as they are stored, whatever becomes of this process. */
public final class SendingMail {

    private final MailOutbox outbox;
    private final Clock clock;

    public SendingMail(MailOutbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Completes when it is stored; a letter that is there already stays as it is. */
    public Mono<Void> send(Mail mail) {
        return Mono.defer(() -> outbox.add(mail, clock.instant()));
    }
}
