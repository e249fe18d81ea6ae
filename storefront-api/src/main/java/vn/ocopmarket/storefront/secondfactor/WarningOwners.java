package vn.ocopmarket.storefront.secondfactor;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.notification.Mail;
import vn.ocopmarket.storefront.notification.SendingMail;

/** Tells people by mail what happens to their second factor, in Vietnamese with English below. */
final class WarningOwners {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final MessageSource messages;
    private final SendingMail sending;
    private final Clock clock;

    WarningOwners(MessageSource messages, SendingMail sending, Clock clock) {
        this.messages = messages;
        this.sending = sending;
        this.clock = clock;
    }

    /** At most one letter an hour. */
    Mono<Void> ofGuessing(StaffMember owner) {
        return Mono.defer(() -> {
            var hour = clock.instant().getEpochSecond() / Duration.ofHours(1).toSeconds();
            return send("guessing", owner, hour, "");
        });
    }

    /** @param by address of the administrator who did it */
    Mono<Void> ofReset(StaffMember owner, int generation, String by) {
        return send("reset", owner, generation, by);
    }

    private Mono<Void> send(String kind, StaffMember owner, long occasion, String by) {
        var key = "secondfactor.mail." + kind;
        var subject = words(key + ".subject", VIETNAMESE) + " / " + words(key + ".subject", Locale.ENGLISH);
        var text = words(key, VIETNAMESE, by) + "\n\n---\n\n" + words(key, Locale.ENGLISH, by) + "\n";
        var id = "second-factor-%s-%s-%d".formatted(kind, owner.accountId(), occasion);
        return sending.send(new Mail(id, owner.email(), subject, text));
    }

    private String words(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
