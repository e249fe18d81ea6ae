package vn.ocopmarket.storefront.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.Account;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.secret.SecretHashes;
import vn.ocopmarket.storefront.signin.Sessions.Session;

/**
 * Keeps people signed in. A session counts as long as its account is active and in the generation the session began in, so
 * that one write ends all sessions of an account, those included that begin at the same moment with what was true before.
 */
public final class KeepingSessions {

    /** A working day; the counter is used all the time. */
    private static final Duration IDLE_LIMIT = Duration.ofHours(12);

    private static final Duration LONGEST = Duration.ofDays(7);

    /** From the password to the code, or until the second factor is set up. */
    private static final Duration HALFWAY_LIMIT = Duration.ofMinutes(15);

    /** A session is extended this long before its end would have been, not with every request. */
    private static final Duration EXTENDED_EVERY = Duration.ofHours(1);

    /** 260 random bits. */
    private static final int CHARACTERS = 52;

    private final Sessions sessions;
    private final Accounts accounts;
    private final RandomIds ids;
    private final Clock clock;

    KeepingSessions(Sessions sessions, Accounts accounts, RandomIds ids, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    /** Never empty: the id for the browser, always a new one. */
    public Mono<String> begin(SignIn.SignedIn signedIn) {
        return begin(signedIn.member(), signedIn.generation(), null, IDLE_LIMIT);
    }

    /** A session that is good for nothing but what is missing. Never empty: the id for the browser, always a new one. */
    public Mono<String> begin(SignIn.Halfway halfway) {
        return begin(halfway.member(), halfway.generation(), halfway.missing(), HALFWAY_LIMIT);
    }

    /** Who is signed in with it. Empty when nobody is, or nobody any more. */
    public Mono<StaffMember> staffOf(String id) {
        return live(id).filter(pair -> pair.session().missing() == null)
                .flatMap(pair ->
                        extended(pair.session()).thenReturn(pair.account().member()));
    }

    /** Who has made the first step with it. Empty when nobody has of late, or the second was made. */
    public Mono<SignIn.Halfway> halfway(String id) {
        return live(id).mapNotNull(pair -> pair.session().missing() instanceof SignIn.Missing missing
                ? new SignIn.Halfway(pair.account().member(), pair.account().generation(), missing)
                : null);
    }

    public Mono<Void> end(String id) {
        return sessions.end(SecretHashes.of(id));
    }

    /** When it completes, no session of the account counts any more. */
    public Mono<Void> endEverywhere(String accountId) {
        return accounts.signOutEverywhere(accountId).then(Mono.defer(() -> sessions.endAllOf(accountId)));
    }

    private record Live(Session session, Account account) {}

    private Mono<Live> live(String id) {
        return sessions.find(SecretHashes.of(id))
                .filter(session -> clock.instant().isBefore(session.expiresAt()))
                .flatMap(session -> accounts.byId(session.accountId())
                        .filter(account -> account.active() && account.generation() == session.generation())
                        .map(account -> new Live(session, account)));
    }

    private Mono<String> begin(StaffMember member, int generation, SignIn.@Nullable Missing missing, Duration limit) {
        return Mono.defer(() -> {
            var id = ids.next(CHARACTERS);
            var now = clock.instant();
            var session =
                    new Session(SecretHashes.of(id), member.accountId(), generation, missing, now, now.plus(limit));
            return sessions.add(session).thenReturn(id);
        });
    }

    private Mono<Void> extended(Session session) {
        var until =
                earlier(clock.instant().plus(IDLE_LIMIT), session.startedAt().plus(LONGEST));
        return until.isAfter(session.expiresAt().plus(EXTENDED_EVERY))
                ? sessions.extend(session.idHash(), until)
                : Mono.empty();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
