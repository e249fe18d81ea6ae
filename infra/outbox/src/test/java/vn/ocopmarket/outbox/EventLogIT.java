package vn.ocopmarket.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.outbox.Shop.finish;
import static vn.ocopmarket.outbox.Shop.get;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import vn.ocopmarket.outbox.RelaySettings.Retention;

class EventLogIT {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void givesPagesWithoutGaps() {
        finish(shop.run(25, 1));
        shop.start("a");
        shop.awaitDrained();

        var first = get(shop.log.after(0, 10));
        var second = get(shop.log.after(first.next(), 100));

        assertThat(first.entries()).hasSize(10);
        assertThat(first.next()).isEqualTo(10);
        assertThat(second.entries()).hasSize(15);
        assertThat(second.next()).isEqualTo(25);
        assertThat(second.oldest()).isEqualTo(1);
        assertThat(second.toChangePage().items()).hasSize(15);
    }

    @Test
    void neverShowsANumberBeforeTheOneInFrontOfIt() {
        var store = shop.store("a");
        var lease = get(store.acquire());
        finish(store.reserve(lease, 3, 0));
        finish(store.append(List.of(entry(1), entry(3))));

        assertThat(get(shop.log.after(0, 10)).entries())
                .extracting(LogEntry::number)
                .containsExactly(1L);

        finish(store.append(List.of(entry(2))));
        assertThat(get(shop.log.after(1, 10)).entries())
                .extracting(LogEntry::number)
                .containsExactly(2L, 3L);
    }

    @Test
    void waitsForWhatComes() {
        shop.start("a");
        StepVerifier.create(shop.log.waitFor(0, 10, Shop.PATIENCE, Set.of("order.changed")))
                .then(() -> shop.run(1, 2).block())
                .assertNext(page -> {
                    assertThat(page.entries()).extracting(LogEntry::type).containsExactly("order.changed");
                    assertThat(page.next()).isEqualTo(2);
                })
                .expectComplete()
                .verify(Shop.PATIENCE);
    }

    @Test
    void passesOverOtherTypesWhenTheTimeIsOver() {
        finish(shop.run(3, 1));
        shop.start("a");
        shop.awaitDrained();

        var page = get(shop.log.waitFor(0, 10, Duration.ofSeconds(2), Set.of("something.else")));

        assertThat(page.entries()).isEmpty();
        assertThat(page.next()).isEqualTo(3);
    }

    @Test
    void answersAnEmptyLog() {
        var page = get(shop.log.waitFor(0, 10, Duration.ofMillis(100), Set.of()));

        assertThat(page.entries()).isEmpty();
        assertThat(page.next()).isZero();
        assertThat(page.oldest()).isOne();
    }

    @Test
    void saysWhereItBeginsAfterTrimming() {
        var settings = new RelaySettings(
                "a",
                Duration.ofSeconds(5),
                Duration.ofMillis(50),
                50,
                Duration.ofSeconds(5),
                2,
                new Retention(Duration.ofDays(1), 4));
        var store = new MongoRelayStore(shop.database, settings, shop.clock);
        var lease = get(store.acquire());
        finish(store.reserve(lease, 10, 0));
        for (int number = 1; number <= 10; number++) {
            finish(store.append(List.of(entry(number))));
        }
        finish(store.reserve(lease, 1, 10));

        assertThat(get(store.trim(lease))).isEqualTo(6);

        var page = get(shop.log.after(2, 100));
        assertThat(page.oldest()).isEqualTo(7);
        assertThat(page.entries()).extracting(LogEntry::number).containsExactly(7L, 8L, 9L, 10L);
    }

    private LogEntry entry(long number) {
        return new LogEntry(number, "e" + number, "t", "a", number, new Document(), Instant.now(shop.clock));
    }
}
