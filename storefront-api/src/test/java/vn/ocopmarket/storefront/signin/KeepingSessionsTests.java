package vn.ocopmarket.storefront.signin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.AccountsInMemory;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.secret.SecretHashes;

class KeepingSessionsTests {

    private static final StaffMember CLERK =
            new StaffMember("clerk", "clerk@sample.test", Set.of(Role.POS_STAFF), Set.of(), Set.of("a"), Set.of());

    private final AccountsInMemory accounts = new AccountsInMemory();
    private final SessionsInMemory stored = new SessionsInMemory();
    private final ByHand clock = new ByHand();
    private final KeepingSessions sessions = new KeepingSessions(stored, accounts, new RandomIds(), clock);

    @BeforeEach
    void employ() {
        accounts.list(CLERK, "{noop}x").block();
    }

    @Test
    void storesNothingThatOpensASession() {
        var id = begin();

        assertThat(stored.byHash).doesNotContainKey(id).containsOnlyKeys(SecretHashes.of(id));
        assertThat(staffOf(id)).isEqualTo(CLERK);
        assertThat(staffOf(SecretHashes.of(id))).isNull();
    }

    @Test
    void endsAllSessionsOfTheAccountAtOnce() {
        var one = begin();
        var other = begin();

        sessions.endEverywhere(CLERK.accountId()).block();

        assertThat(staffOf(one)).isNull();
        assertThat(staffOf(other)).isNull();
        assertThat(staffOf(begin())).isEqualTo(CLERK);
    }

    @Test
    void letsNoSessionBeginWithWhatWasTrueBeforeTheEnd() {
        var before = signedIn();
        sessions.endEverywhere(CLERK.accountId()).block();
        var late = requireNonNull(sessions.begin(before).block());

        assertThat(staffOf(late))
                .as("the password was looked at before the end")
                .isNull();
    }

    @Test
    void endsWithTheAccount() {
        var id = begin();
        accounts.deactivateUnlisted(Set.of("somebody-else")).block();

        assertThat(staffOf(id)).isNull();
    }

    @Test
    void lastsWhileItIsUsedButNotForEver() {
        var used = begin();
        var unused = begin();
        for (int hour = 0; hour < 13; hour++) {
            clock.forward(Duration.ofHours(1));
            assertThat(staffOf(used)).isEqualTo(CLERK);
        }
        assertThat(staffOf(unused)).isNull();

        for (int half = 0; half < 20; half++) {
            clock.forward(Duration.ofHours(11));
            var _ = sessions.staffOf(used).block();
        }
        assertThat(staffOf(used)).isNull();
    }

    @Test
    void opensNothingHalfwayButTheSecondStep() {
        var account = requireNonNull(accounts.byId(CLERK.accountId()).block());
        var halfway = new SignIn.Halfway(CLERK, account.generation(), SignIn.Missing.CODE);
        var id = requireNonNull(sessions.begin(halfway).block());

        assertThat(staffOf(id)).isNull();
        assertThat(sessions.halfway(id).block()).isEqualTo(halfway);
        assertThat(sessions.halfway(begin()).block()).as("a whole session").isNull();

        clock.forward(Duration.ofMinutes(15));
        assertThat(sessions.halfway(id).block()).as("too late").isNull();
    }

    @Test
    void endsHalfwayToo() {
        var account = requireNonNull(accounts.byId(CLERK.accountId()).block());
        var id = requireNonNull(sessions.begin(new SignIn.Halfway(CLERK, account.generation(), SignIn.Missing.CODE))
                .block());
        sessions.endEverywhere(CLERK.accountId()).block();

        assertThat(sessions.halfway(id).block()).isNull();
    }

    private String begin() {
        return requireNonNull(sessions.begin(signedIn()).block());
    }

    private SignIn.SignedIn signedIn() {
        var account = requireNonNull(accounts.byId(CLERK.accountId()).block());
        return new SignIn.SignedIn(account.member(), account.generation());
    }

    private @Nullable StaffMember staffOf(String id) {
        return sessions.staffOf(id).block();
    }

    /** Sessions in a map. */
    private static final class SessionsInMemory implements Sessions {

        final Map<String, Session> byHash = new ConcurrentHashMap<>();

        @Override
        public Mono<Void> add(Session session) {
            return Mono.fromRunnable(() -> byHash.put(session.idHash(), session));
        }

        @Override
        public Mono<Session> find(String idHash) {
            return Mono.justOrEmpty(byHash.get(idHash));
        }

        @Override
        public Mono<Void> extend(String idHash, Instant until) {
            return Mono.fromRunnable(() -> byHash.computeIfPresent(
                    idHash,
                    (_, session) -> new Session(
                            idHash,
                            session.accountId(),
                            session.generation(),
                            session.missing(),
                            session.startedAt(),
                            until)));
        }

        @Override
        public Mono<Void> end(String idHash) {
            return Mono.fromRunnable(() -> byHash.remove(idHash));
        }

        /** What tidies is late here: that they have ended must not rest on it. */
        @Override
        public Mono<Void> endAllOf(String accountId) {
            return Mono.empty();
        }
    }

    /** A clock that stands still until it is moved. */
    private static final class ByHand extends Clock {

        private Instant now = Instant.parse("2026-11-21T01:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
