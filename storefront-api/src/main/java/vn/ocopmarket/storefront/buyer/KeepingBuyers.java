package vn.ocopmarket.storefront.buyer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.secret.SecretHashes;
import vn.ocopmarket.storefront.signin.Sessions;
import vn.ocopmarket.storefront.signin.Sessions.Session;

/**
 * Keeps buyers signed in, as staff are but for longer: there is little to be had with it. A buyer's session is stored under a
 * hash that no session of staff has, and names an id that no member of staff has, so that neither is ever taken for the other.
 */
public final class KeepingBuyers {

    /** So long a browser may keep what it has; how long it counts is decided here. */
    public static final Duration LONGEST = Duration.ofDays(180);

    /** Of a browser that is not used. */
    private static final Duration IDLE_LIMIT = Duration.ofDays(30);

    private static final Duration EXTENDED_EVERY = Duration.ofDays(1);
    private static final int NO_GENERATION = 0;
    /** 260 random bits. */
    private static final int CHARACTERS = 52;

    private final Sessions sessions;
    private final Buyers buyers;
    private final RandomIds ids;
    private final Clock clock;

    KeepingBuyers(Sessions sessions, Buyers buyers, RandomIds ids, Clock clock) {
        this.sessions = sessions;
        this.buyers = buyers;
        this.ids = ids;
        this.clock = clock;
    }

    /** Never empty: the id for the browser, always a new one. */
    public Mono<String> begin(Buyer buyer) {
        return Mono.defer(() -> {
            var id = ids.next(CHARACTERS);
            var now = clock.instant();
            var session = new Session(hash(id), buyer.id(), NO_GENERATION, null, now, now.plus(IDLE_LIMIT));
            return sessions.add(session).thenReturn(id);
        });
    }

    /** Who is signed in with it. Empty when nobody is, or nobody any more. */
    public Mono<Buyer> buyerOf(String id) {
        return sessions.find(hash(id))
                .filter(session -> clock.instant().isBefore(session.expiresAt()))
                .flatMap(session -> buyers.byId(session.accountId()).delayUntil(_ -> extended(session)));
    }

    public Mono<Void> end(String id) {
        return sessions.end(hash(id));
    }

    Mono<Void> endAllOf(String buyerId) {
        return sessions.endAllOf(buyerId);
    }

    private Mono<Void> extended(Session session) {
        var until =
                earlier(clock.instant().plus(IDLE_LIMIT), session.startedAt().plus(LONGEST));
        return until.isAfter(session.expiresAt().plus(EXTENDED_EVERY))
                ? sessions.extend(session.idHash(), until)
                : Mono.empty();
    }

    private static String hash(String id) {
        return SecretHashes.of("buyer " + id);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
