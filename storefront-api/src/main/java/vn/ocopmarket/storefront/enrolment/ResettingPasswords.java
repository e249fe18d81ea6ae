package vn.ocopmarket.storefront.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.AccountIds;
import vn.ocopmarket.storefront.account.AccountLinks;
import vn.ocopmarket.storefront.account.OneTimeLink;
import vn.ocopmarket.storefront.notification.SendingMail;

/** Sends a link to who forgot a password. Nobody learns whether there is an account with that address. */
public final class ResettingPasswords {

    private static final Duration VALID = Duration.ofMinutes(30);

    /** An answer for a known address takes longer by two writes; this is more than they take. */
    private static final Duration ANSWERED_AFTER = Duration.ofMillis(250);

    private final AccountLinks accounts;
    private final NewLinks links;
    private final Letters letters;
    private final SendingMail sending;
    private final ResetLimits limits;
    private final Clock clock;

    ResettingPasswords(AccountLinks accounts, Letters letters, SendingMail sending, ResetLimits limits, Clock clock) {
        this.accounts = accounts;
        this.links = new NewLinks();
        this.letters = letters;
        this.sending = sending;
        this.limits = limits;
        this.clock = clock;
    }

    /** Completes the same way whether a letter goes out or not. A newer link voids the one before. */
    public Mono<Void> request(String email, String origin) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        return Mono.when(
                limits.allow(address, origin).flatMap(allowed -> allowed ? send(address) : Mono.empty()),
                Mono.delay(ANSWERED_AFTER));
    }

    private Mono<Void> send(String address) {
        var token = links.token();
        var link = OneTimeLink.of(token, clock.instant().plus(VALID));
        return accounts.allowReset(AccountIds.of(address), link)
                .filter(known -> known)
                .flatMap(_ -> sending.send(letters.reset(address, token)));
    }
}
