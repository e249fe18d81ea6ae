package vn.ocopmarket.storefront.buyer;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Account;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.buyer.SignInCodes.SentCode;
import vn.ocopmarket.storefront.notification.SendingMail;

/**
 * Sends a code to who wants to sign in. Nobody learns by asking whether there is an account: an address that was never seen
 * gets a code too, and one of staff, which gets a letter without one, is answered the same and as late.
 */
public final class SendingCodes {

    public static final Duration VALID = Duration.ofMinutes(10);

    /** An answer takes longer by a write or less; this is more than it takes. */
    private static final Duration ANSWERED_AFTER = Duration.ofMillis(250);

    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:]+");

    private final SignInCodes codes;
    private final Accounts staff;
    private final CodeLetters letters;
    private final SendingMail sending;
    private final CodeLimits limits;
    private final Clock clock;
    private final Ticket tickets = new Ticket();

    SendingCodes(
            SignInCodes codes,
            Accounts staff,
            CodeLetters letters,
            SendingMail sending,
            CodeLimits limits,
            Clock clock) {
        this.codes = codes;
        this.staff = staff;
        this.letters = letters;
        this.sending = sending;
        this.limits = limits;
        this.clock = clock;
    }

    /** Never empty. Asking again sends another; the ones before count as long as they would have, in their browsers. */
    public Mono<CodeAsked> ask(String email, String origin, Locale language) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            return Mono.just(new CodeAsked.NoAddress());
        }
        var sent = limits.ask(address, origin)
                .<CodeAsked>map(CodeAsked.TooOften::new)
                .switchIfEmpty(Mono.defer(() -> send(address, language)));
        return Mono.zip(sent, Mono.delay(ANSWERED_AFTER), (outcome, _) -> outcome);
    }

    private Mono<CodeAsked> send(String address, Locale language) {
        var ticket = tickets.next();
        var code = tickets.code();
        var hash = Ticket.hash(ticket);
        return isStaff(address)
                .flatMap(staff -> {
                    // Nobody is told the code that is kept for staff, so that it cannot be entered.
                    var kept = new SentCode(
                            hash,
                            address,
                            Ticket.hash(ticket, staff ? tickets.next() : code),
                            0,
                            clock.instant().plus(VALID));
                    var letter = staff
                            ? letters.staff(address, hash, language)
                            : letters.code(address, hash, code, language);
                    return codes.add(kept).then(sending.send(letter));
                })
                .thenReturn(new CodeAsked.Sent(ticket));
    }

    private Mono<Boolean> isStaff(String address) {
        return staff.byEmail(address).filter(SendingCodes::isStaff).hasElement();
    }

    private static boolean isStaff(Account account) {
        return account.active() && account.member().roles().stream().anyMatch(role -> role != Role.BUYER);
    }
}
