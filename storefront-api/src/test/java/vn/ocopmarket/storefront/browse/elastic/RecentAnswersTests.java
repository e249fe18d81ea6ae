package vn.ocopmarket.storefront.browse.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ocopmarket.testing.Eventually.eventually;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class RecentAnswersTests {

    private final RecentAnswers<String, Integer> recent = new RecentAnswers<>();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksOnceForAllWhoAskTheSameAtTheSameTime() {
        var answer = Sinks.<Integer>one();
        var first = recent.to("cà phê", () -> count(answer.asMono())).toFuture();
        var second = recent.to("cà phê", () -> count(answer.asMono())).toFuture();
        var other = recent.to("mắm", () -> count(Mono.just(2))).block();

        answer.tryEmitValue(1).orThrow();

        assertThat(first.join()).isEqualTo(1);
        assertThat(second.join()).isEqualTo(1);
        assertThat(other).isEqualTo(2);
        assertThat(asked).hasValue(2);
    }

    @Test
    void asksAnewWhenTheMomentIsOver() {
        eventually(() -> {
            var _ = recent.to("cà phê", () -> count(Mono.just(1))).block();
            assertThat(asked).hasValueGreaterThan(1);
        });
    }

    @Test
    void goesOnForTheOthersWhenOneLeaves() {
        var answer = Sinks.<Integer>one();
        var leaving = recent.to("cà phê", answer::asMono).subscribe();
        var staying = recent.to("cà phê", Mono::never).toFuture();

        leaving.dispose();
        answer.tryEmitValue(1).orThrow();

        assertThat(staying.join()).isEqualTo(1);
    }

    @Test
    void remembersNoError() {
        var failing = recent.to("cà phê", () -> Mono.error(new IllegalStateException("away")));

        assertThatThrownBy(failing::block).hasMessage("away");
        assertThat(recent.to("cà phê", () -> Mono.just(1)).block()).isEqualTo(1);
    }

    private Mono<Integer> count(Mono<Integer> answer) {
        return answer.doOnSubscribe(_ -> asked.incrementAndGet());
    }
}
