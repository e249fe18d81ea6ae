package vn.ocopmarket.indexer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class LeasedWorkTests {

    private final FakeLeases leases = new FakeLeases();
    private final LeasedWork work = new LeasedWork(leases, Duration.ofSeconds(10));

    @Test
    void givesItsResultWhenTheLeaseIsFreeAgain() {
        leases.slow();

        var results = once("first").flatMap(first -> once("second").map(second -> first + " " + second));

        assertThat(results.block()).isEqualTo("first second");
    }

    @Test
    void doesNothingWhileAnotherHasTheLease() {
        assertThat(work.onceHeld("index", _ -> once("inner").hasElement()).block())
                .isFalse();
    }

    private Mono<String> once(String result) {
        return work.onceHeld("index", _ -> Mono.just(result));
    }
}
