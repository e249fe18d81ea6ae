package vn.ocopmarket.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTests {

    private final Backoff backoff = new Backoff();

    @Test
    void waitsLongerAfterEveryShortRunUpToHalfAMinute() {
        assertThat(backoff.next(Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(250));
        assertThat(backoff.next(Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(500));
        for (var i = 0; i < 10; i++) {
            assertThat(backoff.next(Duration.ZERO)).isLessThanOrEqualTo(Duration.ofSeconds(30));
        }
        assertThat(backoff.next(Duration.ZERO)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void neverWaitsLongerThanItMay() {
        var impatient = new Backoff(Duration.ofMillis(300));

        assertThat(impatient.next(Duration.ZERO)).isEqualTo(Duration.ofMillis(250));
        assertThat(impatient.next(Duration.ZERO)).isEqualTo(Duration.ofMillis(300));
        assertThat(impatient.next(Duration.ZERO)).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void forgivesAfterAGoodRun() {
        for (var i = 0; i < 10; i++) {
            assertThat(backoff.next(Duration.ZERO)).isPositive();
        }

        assertThat(backoff.next(Duration.ofMinutes(2))).isEqualTo(Duration.ofMillis(250));
    }
}
