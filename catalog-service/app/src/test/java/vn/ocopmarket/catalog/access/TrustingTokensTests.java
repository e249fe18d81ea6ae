package vn.ocopmarket.catalog.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class TrustingTokensTests {

    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    private final ByHand clock = new ByHand();
    private int asked;
    private boolean counts = true;
    private boolean away;
    private final TrustingTokens trusting = new TrustingTokens(this::answer, clock);

    @Test
    void noticesWithinAMinuteThatATokenHasEnded() {
        assertThat(trusts()).isTrue();
        counts = false;

        clock.now = START.plusSeconds(60);
        assertThat(trusts()).isFalse();
        assertThat(trusts()).isFalse();
    }

    @Test
    void asksOnceForManyRequests() {
        for (int second = 0; second < 50; second++) {
            clock.now = START.plusSeconds(second);
            assertThat(trusts()).isTrue();
        }

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void believesTheSignatureWhileTheIssuerIsAwayAndAsksAgainSoon() {
        away = true;
        assertThat(trusts()).isTrue();
        away = false;
        counts = false;

        clock.now = START.plusSeconds(5);
        assertThat(trusts()).isFalse();
    }

    @Test
    void doesNotAskAboutTokensThatLastAMinute() {
        assertThat(trusting.trusts("brief", START, START.plusSeconds(60)).block())
                .isTrue();
        assertThat(asked).isZero();

        assertThat(trusting.trusts("without an end", null, null).block()).isTrue();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void trustsSignaturesWhereNobodyCanBeAsked() {
        var signatures = new TrustingTokens(null, clock);

        assertThat(signatures.trusts("token", null, null).block()).isTrue();
    }

    private boolean trusts() {
        return Boolean.TRUE.equals(trusting.trusts("token", START, START.plus(Duration.ofMinutes(30)))
                .block());
    }

    private Mono<Boolean> answer(String token) {
        asked++;
        return away ? Mono.error(new IllegalStateException("away")) : Mono.just(counts);
    }

    /** A clock that stands still until it is moved. */
    private static final class ByHand extends Clock {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
