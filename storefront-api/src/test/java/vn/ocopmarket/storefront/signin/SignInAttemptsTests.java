package vn.ocopmarket.storefront.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.storefront.throttle.AttemptsInMemory;

class SignInAttemptsTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);

    private final AttemptsInMemory store = new AttemptsInMemory();
    private final SignInAttempts attempts = new SignInAttempts(store.countedBy(CLOCK));
    private final SignInAttempts otherInstance = new SignInAttempts(store.countedBy(CLOCK));

    @Test
    void stopsGuessingOneAccountFromOneAddressOnly() {
        guess("owner@sample.test", "10.0.0.1", 8);

        assertThat(begin("owner@sample.test", "10.0.0.1")).isNotNull().isPositive();
        assertThat(begin("owner@sample.test", "10.0.0.2"))
                .as("the owner, elsewhere")
                .isNull();
        assertThat(begin("other@sample.test", "10.0.0.1"))
                .as("a colleague, same office")
                .isNull();
    }

    @Test
    void countsOverAllInstances() {
        for (int i = 0; i < 4; i++) {
            assertThat(begin("owner@sample.test", "10.0.0.1")).isNull();
            assertThat(otherInstance
                            .begin(new Credentials("owner@sample.test", "guess", "10.0.0.1"))
                            .block())
                    .isNull();
        }

        assertThat(begin("owner@sample.test", "10.0.0.1")).isNotNull();
    }

    @Test
    void stopsTryingOnePasswordOnEverybody() {
        for (int i = 0; i < 60; i++) {
            assertThat(begin("person" + i + "@sample.test", "10.0.0.1")).isNull();
        }

        assertThat(begin("person60@sample.test", "10.0.0.1")).isNotNull();
    }

    @Test
    void holdsNoSuccessAgainstAnyone() {
        for (int i = 0; i < 200; i++) {
            var credentials = new Credentials("service@sample.test", "right", "10.0.0.1");
            assertThat(attempts.begin(credentials).block()).isNull();
            attempts.succeeded(credentials).block();
        }
    }

    private void guess(String email, String origin, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(begin(email, origin)).isNull();
        }
    }

    private @Nullable Duration begin(String email, String origin) {
        return attempts.begin(new Credentials(email, "guess", origin)).block();
    }
}
