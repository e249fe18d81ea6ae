package vn.ocopmarket.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class SharedRunTests {

    private final List<Sinks.One<String>> runs = new ArrayList<>();

    private final SharedRun<String> shared = new SharedRun<>(Mono.defer(() -> {
        var run = Sinks.<String>one();
        runs.add(run);
        return run.asMono();
    }));

    @Test
    void givesAllWhoAskMeanwhileTheSameRun() {
        var first = shared.result().toFuture();
        var second = shared.result().toFuture();

        runs.getFirst().tryEmitValue("done").orThrow();

        assertThat(first).isCompletedWithValue("done");
        assertThat(second).isCompletedWithValue("done");
        assertThat(runs).hasSize(1);
    }

    @Test
    void goesOnWhenWhoAskedIsGone() {
        shared.result().subscribe().dispose();

        StepVerifier.create(shared.result())
                .then(() -> runs.getFirst().tryEmitValue("done").orThrow())
                .expectNext("done")
                .verifyComplete();
        assertThat(runs).hasSize(1);
    }

    @Test
    void beginsAnewAfterAResultAndAfterAnError() {
        var first = shared.result().toFuture();
        runs.getFirst().tryEmitValue("done").orThrow();
        var second = shared.result().toFuture();
        runs.get(1).tryEmitError(new IllegalStateException("broken")).orThrow();
        var third = shared.result().toFuture();
        runs.get(2).tryEmitValue("well").orThrow();

        assertThat(first).isCompletedWithValue("done");
        assertThat(second).isCompletedExceptionally();
        assertThat(third).isCompletedWithValue("well");
    }

    @Test
    void waitsNoLongerThanAsked() {
        StepVerifier.withVirtualTime(() -> shared.resultWithin(Duration.ofSeconds(20)))
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(19))
                .thenAwait(Duration.ofSeconds(1))
                .verifyComplete();
        assertThat(runs).hasSize(1);
    }
}
