package vn.ocopmarket.storefront.browse.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Side work of searches never grows beyond a bound, however slow Elasticsearch is. */
class AsideWorkerTests {

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger undone = new AtomicInteger();
    private final AsideWorker aside = new AsideWorker(undone::incrementAndGet);

    @Test
    void leavesUndoneWhatComesWhileTooMuchIsUnderWay() {
        var underWay = fill();

        aside.begin(counted(Mono.empty()));
        aside.begin(counted(Mono.empty()));

        assertThat(begun).hasValue(AsideWorker.MOST);
        assertThat(undone).hasValue(2);

        underWay.getFirst().tryEmitEmpty().orThrow();
        aside.begin(counted(Mono.empty()));

        assertThat(begun).hasValue(AsideWorker.MOST + 1);
        assertThat(undone).hasValue(2);
    }

    @Test
    void makesRoomAlsoForWhatFailed() {
        fill().forEach(work ->
                work.tryEmitError(new IllegalStateException("down")).orThrow());

        aside.begin(counted(Mono.empty()));

        assertThat(begun).hasValue(AsideWorker.MOST + 1);
        assertThat(undone).hasValue(0);
    }

    private List<Sinks.One<Void>> fill() {
        var works = Stream.generate(Sinks::<Void>one).limit(AsideWorker.MOST).toList();
        works.forEach(work -> aside.begin(counted(work.asMono())));
        return works;
    }

    private Mono<Void> counted(Mono<Void> work) {
        return Mono.defer(() -> {
            var _ = begun.incrementAndGet();
            return work;
        });
    }
}
