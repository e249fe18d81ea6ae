package vn.ocopmarket.storefront.recall.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.recall.Notices.Check;
import vn.ocopmarket.storefront.recall.Notices.Recorded;
import vn.ocopmarket.storefront.recall.Notices.Told;
import vn.ocopmarket.testing.Stores;

class MongoNoticesIT {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private MongoClient client;
    private MongoNotices notices;

    @BeforeEach
    void connect() {
        client = MongoClients.create(Stores.mongoUri());
        notices = new MongoNotices(client.getDatabase("notices-" + UUID.randomUUID()));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void takesALaterCheckOfALocationForTheEarlierOne() {
        var later = check("showroom", 7);
        done(notices.checked("lot", check("showroom", 3)));
        done(notices.checked("lot", check("kho", 1)));
        done(notices.checked("lot", later));

        assertThat(recorded().checks()).containsExactly(later, check("kho", 1));
    }

    @Test
    void keepsOneCheckOfEachLocationHoweverManyComeAtOnce() {
        done(Flux.range(0, 40)
                .flatMap(number -> notices.checked("lot", check("place-" + number % 4, number)), 40)
                .then());

        assertThat(recorded().checks())
                .extracting(Check::locationId)
                .containsExactlyInAnyOrder("place-0", "place-1", "place-2", "place-3");
    }

    @Test
    void notesOnceThatSomebodyWasTold() {
        done(Flux.range(0, 20)
                .flatMap(_ -> notices.told("lot", new Told("order", true, NOW)), 20)
                .then());

        assertThat(recorded().told()).containsExactly(new Told("order", true, NOW));
    }

    @Test
    void givesTheTurnToOneUntilItIsOver() {
        var turns = Flux.range(0, 20)
                .flatMap(_ -> notices.turn("lot", NOW, NOW.plusSeconds(25)), 20)
                .filter(mine -> mine)
                .count();

        assertThat(turns.block(PATIENCE)).isEqualTo(1);
        assertThat(notices.turn("lot", NOW.plusSeconds(24), NOW.plusSeconds(50)).block(PATIENCE))
                .isFalse();
        assertThat(notices.turn("lot", NOW.plusSeconds(25), NOW.plusSeconds(50)).block(PATIENCE))
                .isTrue();
        assertThat(notices.turn("another", NOW, NOW.plusSeconds(25)).block(PATIENCE))
                .isTrue();
    }

    @Test
    void knowsNothingOfARecallThatNobodyNoted() {
        assertThat(recorded()).isEqualTo(Recorded.NONE);
    }

    private static Check check(String location, long setAside) {
        return new Check(location, setAside, "đã cất riêng", "account", NOW);
    }

    private Recorded recorded() {
        return notices.of("lot").blockOptional(PATIENCE).orElseThrow();
    }

    private static void done(Mono<Void> work) {
        assertThat(work.blockOptional(PATIENCE)).isEmpty();
    }
}
