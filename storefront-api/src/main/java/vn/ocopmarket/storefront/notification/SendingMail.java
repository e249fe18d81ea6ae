package vn.ocopmarket.storefront.notification;

import java.time.Clock;
import reactor.core.publisher.Mono;

/** Takes letters in. They are on their way as soon as they are stored, whatever becomes of this process. */
public final class SendingMail {

    private final MailOutbox outbox;
    private final boolean toPhones;
    private final Clock clock;

    public SendingMail(MailOutbox outbox, Clock clock) {
        this(outbox, false, clock);
    }

    SendingMail(MailOutbox outbox, boolean toPhones, Clock clock) {
        this.outbox = outbox;
        this.toPhones = toPhones;
        this.clock = clock;
    }

    /** Whether anything is sent to people of whom only a phone is known. */
    public boolean reachesPhones() {
        return toPhones;
    }

    /**
     * Completes when it is stored; a letter that is there already stays as it is. What is for a phone while nothing can be
     * sent to phones is not stored.
     */
    public Mono<Void> send(Mail mail) {
        return mail.isForPhone() && !toPhones ? Mono.empty() : Mono.defer(() -> outbox.add(mail, clock.instant()));
    }
}
