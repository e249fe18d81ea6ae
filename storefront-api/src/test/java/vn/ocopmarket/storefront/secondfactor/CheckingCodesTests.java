package vn.ocopmarket.storefront.secondfactor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import vn.ocopmarket.storefront.account.Account;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.notification.Letterbox;
import vn.ocopmarket.storefront.secret.RandomBytes;
import vn.ocopmarket.storefront.secret.SealedForTests;
import vn.ocopmarket.storefront.secret.SecretHashes;
import vn.ocopmarket.storefront.throttle.AttemptsInMemory;

class CheckingCodesTests {

    private static final StaffMember OFFICER =
            new StaffMember("officer", "o@sample.test", Set.of(Role.OCOP_OFFICER), Set.of(), Set.of(), Set.of());
    private static final byte[] SECRET = new RandomBytes().next(TimeCodes.SECRET_BYTES);
    private static final String RECOVERY = "0123456789abcdef";
    private static final CodeCheck RIGHT = new CodeCheck.Right();
    private static final CodeCheck WRONG = new CodeCheck.Wrong();

    private final OneSecondFactor stored = new OneSecondFactor();
    private final Letterbox letters = new Letterbox();
    private Instant now = Instant.parse("2026-11-21T00:00:10Z");
    private final CheckingCodes codes = checking();

    @BeforeEach
    void switchOn() {
        var sealed = SealedForTests.seal(SECRET, OFFICER.accountId());
        stored.factor = new SecondFactor(sealed, 0, Set.of(SecretHashes.of(RECOVERY)), now);
    }

    @Test
    void takesEachCodeOnceAndNoneBeforeIt() {
        var before = code(-1);
        var current = code(0);

        assertThat(check(current, "a")).isEqualTo(RIGHT);
        assertThat(check(current, "a")).isEqualTo(WRONG);
        assertThat(check(before, "a")).isEqualTo(WRONG);
        assertThat(check(code(1), "a")).isEqualTo(RIGHT);
        assertThat(check(code(1), "a")).isEqualTo(WRONG);
    }

    @Test
    void countsGuessesOfOneAccountFromEverywhere() {
        for (int i = 0; i < 20; i++) {
            assertThat(check("000000", "address " + i)).isEqualTo(WRONG);
        }

        assertThat(check(code(0), "another address")).isInstanceOf(CodeCheck.TooMany.class);
        assertThat(letters.letters()).hasSize(1).allMatch(letter -> letter.to().equals(OFFICER.email()));

        now = now.plus(Duration.ofHours(1));
        assertThat(check(code(0), "another address")).isEqualTo(RIGHT);
    }

    @Test
    void letsTheOwnerInByRecoveryCodeWhileSomebodyGuesses() {
        for (int i = 0; i < 25; i++) {
            var _ = check("000000", "address " + i);
        }

        assertThat(check(RECOVERY, "the owner's")).isEqualTo(RIGHT);
        assertThat(check(RECOVERY, "the owner's")).as("again").isEqualTo(WRONG);
    }

    @Test
    void countsAnewForWhoHasANewPassword() {
        for (int i = 0; i < 25; i++) {
            var _ = check("000000", "address " + i);
        }

        assertThat(codes.check(account(2), code(0), "the owner's").block()).isEqualTo(RIGHT);
    }

    @Test
    void knowsNoCodeOfWhoHasNoSecondFactor() {
        stored.factor = null;

        assertThat(check(code(0), "a")).isEqualTo(WRONG);
        assertThat(check(RECOVERY, "a")).isEqualTo(WRONG);
    }

    private CodeCheck check(String code, String origin) {
        return requireNonNull(codes.check(account(1), code, origin).block());
    }

    private String code(int steps) {
        return TimeCodes.code(SECRET, TimeCodes.stepAt(now) + steps);
    }

    private static Account account(int generation) {
        return new Account(OFFICER, "{noop}x", "", true, generation, true);
    }

    private CheckingCodes checking() {
        InstantSource time = () -> now;
        var clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        var words = new StaticMessageSource();
        words.setUseCodeAsDefaultMessage(true);
        var warning = new WarningOwners(words, letters.sending(clock), clock);
        var limits = new CodeLimits(new AttemptsInMemory().countedBy(clock), warning);
        return new CheckingCodes(stored, SealedForTests.sealing(), limits, time);
    }
}
