package vn.ocopmarket.storefront.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Account;
import vn.ocopmarket.storefront.account.AccountLinks;
import vn.ocopmarket.storefront.account.OneTimeLink;
import vn.ocopmarket.storefront.secret.PasswordHashes;

/** Lets the holder of a one-time link choose the password of its account. One write uses the link up and ends all sessions. */
public final class ChoosingPasswords {

    public static final int SHORTEST = 10;

    /** More the hash does not look at. */
    private static final int MOST_BYTES = 72;

    private static final int DIFFERENT_CHARACTERS = 5;

    private final AccountLinks accounts;
    private final PasswordHashes hashes;
    private final Clock clock;

    ChoosingPasswords(AccountLinks accounts, PasswordHashes hashes, Clock clock) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Outcome {
        CHOSEN,
        /** Used, run out, replaced by a newer one, or never there. */
        NO_SUCH_LINK,
        TOO_WEAK
    }

    /** The address whose password is to be chosen. Empty when the link is void. */
    public Mono<String> open(String token) {
        return account(token).map(account -> account.member().email());
    }

    /** Never empty. Of several at once with one link, one has chosen. */
    public Mono<Outcome> choose(String token, String password) {
        return account(token)
                .flatMap(account -> isWeak(password, account.member().email())
                        ? Mono.just(Outcome.TOO_WEAK)
                        : hashes.hash(password)
                                .flatMap(hash ->
                                        accounts.choosePassword(OneTimeLink.hashOf(token), hash, clock.instant()))
                                .map(chosen -> chosen ? Outcome.CHOSEN : Outcome.NO_SUCH_LINK))
                .defaultIfEmpty(Outcome.NO_SUCH_LINK);
    }

    private Mono<Account> account(String token) {
        return Mono.defer(() -> accounts.byLink(OneTimeLink.hashOf(token), clock.instant()));
    }

    private static boolean isWeak(String password, String email) {
        return password.length() < SHORTEST
                || password.getBytes(UTF_8).length > MOST_BYTES
                || password.equalsIgnoreCase(email)
                || password.chars().distinct().count() < DIFFERENT_CHARACTERS;
    }
}
