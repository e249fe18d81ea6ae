package vn.ocopmarket.indexer.feed.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.indexer.Instance;
import vn.ocopmarket.indexer.RunningIndexer;
import vn.ocopmarket.indexer.feed.Lease;
import vn.ocopmarket.indexer.feed.LeaseLostException;
import vn.ocopmarket.indexer.feed.LeaseTerms;
import vn.ocopmarket.testing.Stores;

class MongoLeasesIT {

    private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

    private final String space = RunningIndexer.newSpace();
    private final MongoClient client = MongoClients.create(Stores.mongoUri());

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void givesTheJobToOneInstance() {
        assertThat(acquire("a", NOON)).isPresent();

        assertThat(acquire("b", NOON.plusSeconds(5))).isEmpty();
    }

    @Test
    void givesTheJobAndItsPositionToAnotherWhenTheLeaseHasRunOut() {
        var first = acquire("a", NOON).orElseThrow();
        await(leases("a", NOON).advance(first, 42));

        var second = acquire("b", NOON.plusSeconds(7)).orElseThrow();

        assertThat(second.position()).isEqualTo(42);
        assertThat(second.epoch()).isGreaterThan(first.epoch());
    }

    @Test
    void isTakenByWhoeverStandsByOnceItsHolderIsDead() {
        assertThat(acquire("a", NOON)).isPresent();
        var clock = new AtomicReference<>(NOON);
        var standsBy = leases("b", clock::get).acquire("job");

        assertThat(standsBy.blockOptional()).isEmpty();
        clock.set(NOON.plusSeconds(7));
        assertThat(standsBy.blockOptional()).as("the same, asked again").isPresent();
        assertThat(acquire("c", NOON.plusSeconds(12)))
                .as("held for as long as a lease lasts, from then on")
                .isEmpty();
    }

    @Test
    void letsNobodyMoveThePositionWithAStolenLease() {
        var stolen = acquire("a", NOON).orElseThrow();
        var present = acquire("b", NOON.plusSeconds(7)).orElseThrow();

        assertThatThrownBy(() -> await(leases("a", NOON).advance(stolen, 99))).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> await(leases("a", NOON).renew(stolen))).isInstanceOf(LeaseLostException.class);

        await(leases("a", NOON).release(stolen));
        await(leases("b", NOON.plusSeconds(8)).advance(present, 7));
        assertThat(leases("b", NOON).position("job").block()).isEqualTo(7);
    }

    @Test
    void isFreeAtOnceWhenReleased() {
        var lease = acquire("a", NOON).orElseThrow();
        await(leases("a", NOON).release(lease));

        assertThat(acquire("b", NOON)).isPresent();
    }

    @Test
    void takesTheLeaseFromWhoeverHasItWhenTheJobBeginsAgain() {
        var lease = acquire("a", NOON).orElseThrow();
        await(leases("a", NOON).advance(lease, 42));

        await(leases("b", NOON).restart("job"));

        assertThatThrownBy(() -> await(leases("a", NOON).advance(lease, 43))).isInstanceOf(LeaseLostException.class);
        assertThat(acquire("a", NOON).orElseThrow().position()).isZero();
    }

    @Test
    void givesTheJobOnceHoweverManyAskAtOnce() {
        var taken = Flux.fromStream(IntStream.range(0, 32).boxed())
                .flatMap(i -> leases("instance-" + i, NOON).acquire("job"), 32)
                .collectList()
                .block();

        assertThat(taken).hasSize(1);
    }

    private Optional<Lease> acquire(String owner, Instant now) {
        return leases(owner, now).acquire("job").blockOptional();
    }

    private MongoLeases leases(String owner, Instant now) {
        return leases(owner, Clock.fixed(now, ZoneOffset.UTC));
    }

    private MongoLeases leases(String owner, InstantSource clock) {
        return new MongoLeases(
                client.getDatabase(space),
                clock.withZone(ZoneOffset.UTC),
                new LeaseTerms(Duration.ofSeconds(6)),
                new Instance(owner));
    }

    private static void await(Mono<Void> mono) {
        Objects.requireNonNull(mono.thenReturn(true).block());
    }
}
