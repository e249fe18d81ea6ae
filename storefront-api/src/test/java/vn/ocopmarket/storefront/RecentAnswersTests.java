package vn.ocopmarket.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class RecentAnswersTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicLong nanos = new AtomicLong();
    private final RecentAnswers<String, Integer> recent = new RecentAnswers<>(nanos::get);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksOnceForAllWhoAskTheSameAtTheSameTime() {
        var answer = Sinks.<Integer>one();
        var first = recent.to("cà phê", () -> count(answer.asMono())).toFuture();
        var second = recent.to("cà phê", () -> count(answer.asMono())).toFuture();
        var other = recent.to("mắm", () -> count(Mono.just(2))).toFuture();

        answer.tryEmitValue(1).orThrow();

        assertThat(got(first)).isEqualTo(1);
        assertThat(got(second)).isEqualTo(1);
        assertThat(got(other)).isEqualTo(2);
        assertThat(asked).hasValue(2);
    }

    @Test
    void asksAnewWhenTheMomentIsOver() {
        assertThat(got(recent.to("cà phê", () -> count(Mono.just(1))).toFuture()))
                .isEqualTo(1);
        nanos.addAndGet(RecentAnswers.MOMENT.toNanos() - 1);
        assertThat(got(recent.to("cà phê", () -> count(Mono.just(2))).toFuture()))
                .isEqualTo(1);
        nanos.incrementAndGet();

        assertThat(got(recent.to("cà phê", () -> count(Mono.just(3))).toFuture()))
                .isEqualTo(3);
        assertThat(asked).hasValue(2);
    }

    @Test
    void goesOnForTheOthersWhenOneLeaves() {
        var answer = Sinks.<Integer>one();
        var leaving = recent.to("cà phê", answer::asMono).subscribe();
        var staying = recent.to("cà phê", Mono::never).toFuture();

        leaving.dispose();
        answer.tryEmitValue(1).orThrow();

        assertThat(got(staying)).isEqualTo(1);
    }

    @Test
    void remembersNoError() {
        var failing = recent.to("cà phê", () -> Mono.error(new IllegalStateException("away")));

        assertThatThrownBy(() -> failing.block(PATIENCE)).hasMessage("away");
        assertThat(got(recent.to("cà phê", () -> Mono.just(1)).toFuture())).isEqualTo(1);
    }

    private Mono<Integer> count(Mono<Integer> answer) {
        return answer.doOnSubscribe(_ -> asked.incrementAndGet());
    }

    private static @Nullable Integer got(CompletableFuture<@Nullable Integer> answer) {
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
