package vn.ocopmarket.storefront.browse.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTests {

    private static final long START = 1_000;

    private final Breaker breaker = new Breaker();

    @Test
    void staysClosedForASingleFailure() {
        breaker.failed(START);
        breaker.failed(START);
        assertThat(breaker.isOpen(START)).isFalse();
    }

    @Test
    void opensForAMomentAfterThreeFailuresInARow() {
        failThreeTimes();
        assertThat(breaker.isOpen(START)).isTrue();
        assertThat(breaker.isOpen(START + Duration.ofSeconds(3).toNanos())).isFalse();
    }

    @Test
    void opensAgainWhenTheTrialFailsToo() {
        failThreeTimes();
        var later = START + Duration.ofSeconds(3).toNanos();
        breaker.failed(later);
        assertThat(breaker.isOpen(later)).isTrue();
    }

    @Test
    void closesWithTheFirstAnswer() {
        failThreeTimes();
        breaker.succeeded();
        assertThat(breaker.isOpen(START)).isFalse();
        breaker.failed(START);
        assertThat(breaker.isOpen(START)).isFalse();
    }

    private void failThreeTimes() {
        breaker.failed(START);
        breaker.failed(START);
        breaker.failed(START);
    }
}
