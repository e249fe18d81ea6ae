package vn.ocopmarket.storefront.token;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class KeyRingTests {

    private static final Duration AGE = Duration.ofDays(90);
    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final KeysInMemory stored = new KeysInMemory();
    private Instant now = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void signsWithANewKeyOnlyWhenEverybodyKnowsItAndKeepsTheOldOneUntilItsTokensEnd() {
        ring().ensureOne().block();
        var first = signing();
        rotate();
        assertThat(published()).as("nothing to do yet").containsExactly(first);

        now = now.plus(AGE);
        rotate();
        assertThat(published()).hasSize(2).contains(first);
        assertThat(signing()).as("others may not have read it yet").isEqualTo(first);

        now = now.plus(Duration.ofMinutes(11));
        var second = signing();
        assertThat(second).isNotEqualTo(first);
        rotate();
        assertThat(published()).as("its last token still counts").contains(first);

        now = now.plus(LIFETIME);
        rotate();
        assertThat(published()).containsExactly(second);
    }

    @Test
    void makesOneKeyThoughSeveralInstancesRotateAtOnce() {
        ring().ensureOne().block();
        now = now.plus(AGE);

        Flux.range(0, 6)
                .flatMap(_ -> ring().rotate(AGE, LIFETIME).subscribeOn(Schedulers.parallel()))
                .blockLast();

        assertThat(published()).hasSize(2);
    }

    @Test
    void addsAKeyOnCommandOnceUntilItSigns() {
        ring().ensureOne().block();
        var first = signing();

        var ordered = requireNonNull(ring().rotateNow().block());
        assertThat(ring().rotateNow().block()).as("ordered again").isEqualTo(ordered);
        assertThat(published()).containsExactly(first, ordered.keyId());
        assertThat(signing()).isEqualTo(first);

        now = ordered.signsFrom();
        assertThat(signing()).isEqualTo(ordered.keyId());
        assertThat(published()).as("tokens of the old one still count").contains(first);

        now = now.plus(LIFETIME).plusSeconds(1);
        rotate();
        assertThat(published()).containsExactly(ordered.keyId());
    }

    @Test
    void addsOneKeyThoughSeveralOrderItAtOnce() {
        ring().ensureOne().block();

        var ordered = Flux.range(0, 6)
                .flatMap(_ -> ring().rotateNow().subscribeOn(Schedulers.parallel()))
                .collectList()
                .block();

        assertThat(published()).hasSize(2);
        assertThat(ordered).hasSize(6).containsOnly(requireNonNull(ordered).getFirst());
    }

    /** As an instance that starts now. */
    private KeyRing ring() {
        return new KeyRing(stored, Clock.fixed(now, ZoneOffset.UTC), Schedulers.boundedElastic());
    }

    private void rotate() {
        ring().rotate(AGE, LIFETIME).block();
    }

    private String signing() {
        return requireNonNull(ring().signing().block()).getKeyID();
    }

    private List<String> published() {
        return requireNonNull(ring().keys().map(JWK::getKeyID).collectList().block());
    }
}
