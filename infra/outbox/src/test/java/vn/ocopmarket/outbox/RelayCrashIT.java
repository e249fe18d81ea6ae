package vn.ocopmarket.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.outbox.Shop.finish;
import static vn.ocopmarket.outbox.Shop.get;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.outbox.RelayStore.LeaseLostException;

class RelayCrashIT {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    /**
     * A relay that dies at one step, before or after its effect, and never runs again, so that its heart stands still as well;
     * another takes over.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void leavesTheLogWholeWhereverItDies(int point) {
        var steps = new AtomicInteger();
        var dying = new FaultyStore(shop.store("dying")) {
            @Override
            protected <T> Mono<T> step(Mono<T> step) {
                return Mono.defer(() -> {
                    int before = steps.incrementAndGet();
                    int after = steps.incrementAndGet();
                    if (before >= point) {
                        return Mono.never();
                    }
                    return after >= point ? step.then(Mono.never()) : step;
                });
            }

            @Override
            public Mono<Void> renew(Lease lease) {
                return Mono.never();
            }
        };
        finish(shop.run(60, 2));
        shop.start(new Relay(dying, Sources.of(Shop.ORDERS), Shop.settings("dying"), shop.hints));
        Shop.await(() -> steps.get() >= point, Shop.PATIENCE);

        finish(shop.expireLease());
        shop.start("next");
        shop.awaitDrained();

        shop.assertWhole(60, 2);
    }

    /** The same relay meets an error at one step and goes on by itself. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void recoversFromAnErrorAtAnyStep(int point) {
        var steps = new AtomicInteger();
        var faulty = new FaultyStore(shop.store("a")) {
            @Override
            protected <T> Mono<T> step(Mono<T> step) {
                return Mono.defer(() -> {
                    if (steps.incrementAndGet() == point) {
                        return Mono.error(new MongoTimeoutException("before"));
                    }
                    return steps.incrementAndGet() == point
                            ? step.then(Mono.error(new MongoTimeoutException("after")))
                            : step;
                });
            }
        };
        finish(shop.run(60, 2));

        shop.start(new Relay(faulty, Sources.of(Shop.ORDERS), Shop.settings("a"), shop.hints));
        shop.awaitDrained();

        shop.assertWhole(60, 2);
        assertThat(steps.get()).isGreaterThanOrEqualTo(point);
    }

    @Test
    void refusesTheLateInsertOfAZombie() {
        var zombie = shop.store("zombie");
        finish(shop.run(3, 1));
        var lease = get(zombie.acquire());
        var first = get(zombie.reserve(lease, 3, lease.next()));
        var pending = get(zombie.pending(Shop.ORDERS, 10));

        finish(shop.expireLease());
        shop.start("next");
        shop.awaitDrained();
        var events = Batch.of(pending, 10).events();
        var late = List.of(
                LogEntry.of(first, events.get(0)),
                LogEntry.of(first + 1, events.get(1)),
                LogEntry.of(first + 2, events.get(2)));

        assertThat(get(zombie.append(late).thenReturn("written").onErrorReturn("refused")))
                .isEqualTo("refused");
        assertThat(get(zombie.reserve(lease, 1, 0)
                        .map(_ -> "reserved")
                        .onErrorReturn(LeaseLostException.class, "lost")))
                .isEqualTo("lost");
        shop.assertWhole(3, 1);
        assertThat(shop.entries()).hasSize(6);
    }

    /** The zombie's insert is in flight while the next relay fills the holes: each number has one owner. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 8, 13, 21})
    void sharesReservedNumbersWithAZombieInFlight(int delay) {
        var zombie = new FaultyStore(shop.store("zombie")) {
            @Override
            public Mono<Void> append(List<LogEntry> entries) {
                return Flux.fromIterable(entries)
                        .concatMap(entry -> Mono.delay(Duration.ofMillis(delay))
                                .then(super.append(List.of(entry)))
                                .onErrorResume(_ -> Mono.empty()))
                        .then(Mono.never());
            }

            @Override
            public Mono<Void> renew(Lease lease) {
                return Mono.never();
            }
        };
        finish(shop.run(40, 2));
        shop.start(new Relay(zombie, Sources.of(Shop.ORDERS), Shop.settings("zombie"), shop.hints));
        Shop.await(() -> !shop.entries().isEmpty(), Shop.PATIENCE);

        finish(shop.expireLease());
        shop.start("next");
        shop.awaitDrained();

        shop.assertWhole(40, 2);
    }
}
