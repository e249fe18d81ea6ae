package vn.ocopmarket.storefront.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountingAttemptsTests {

    private static final Limit LIMIT = new Limit("knocks", 3, Duration.ofMinutes(4));

    private final AttemptsInMemory store = new AttemptsInMemory();
    private Instant now = Instant.parse("2026-11-21T00:01:00Z");

    @Test
    void looksAtSoManyAndThenNamesTheWait() {
        knock(3);

        assertThat(begin(LIMIT, "somebody")).isEqualTo(Duration.ofMinutes(3));
        assertThat(begin(LIMIT, "somebody else")).isNull();
        assertThat(begin(new Limit("bells", 3, LIMIT.window()), "somebody")).isNull();

        now = now.plus(Duration.ofMinutes(3));
        assertThat(begin(LIMIT, "somebody")).isNull();
    }

    @Test
    void makesNobodyWaitLongerForTryingWhileWaiting() {
        knock(100);
        now = now.plus(Duration.ofMinutes(3));

        assertThat(begin(LIMIT, "somebody")).isNull();
    }

    @Test
    void forgetsWhatIsForgiven() {
        for (int i = 0; i < 50; i++) {
            assertThat(begin(LIMIT, "somebody")).isNull();
            instance().forgive(LIMIT, "somebody").block();
        }
    }

    @Test
    void looksWhetherThereIsATryLeftWithoutTakingIt() {
        knock(2);
        for (int i = 0; i < 5; i++) {
            assertThat(instance().left(LIMIT, "somebody").block()).isNull();
        }
        knock(1);

        assertThat(instance().left(LIMIT, "somebody").block()).isEqualTo(Duration.ofMinutes(3));
        assertThat(instance().left(LIMIT, "somebody else").block()).isNull();
        now = now.plus(Duration.ofMinutes(3));
        assertThat(instance().left(LIMIT, "somebody").block()).isNull();
    }

    @Test
    void keepsNobodysAddress() {
        knock(1);

        assertThat(store.counts.keySet()).noneMatch(key -> key.contains("somebody"));
    }

    private void knock(int times) {
        for (int i = 0; i < times; i++) {
            var _ = begin(LIMIT, "somebody");
        }
    }

    private @Nullable Duration begin(Limit limit, String whose) {
        return instance().begin(limit, whose).block();
    }

    /** Another one each time. */
    private CountingAttempts instance() {
        return store.countedBy(Clock.fixed(now, ZoneOffset.UTC));
    }
}
