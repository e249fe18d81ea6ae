package vn.ocopmarket.outbox;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.outbox.RelayStore.LeaseLostException;

/** Carries events out of the documents of one database into its log; of many running relays one works at a time. */
public final class Relay {

    private static final Logger LOGGER = LoggerFactory.getLogger(Relay.class);
    private static final Duration BREATH = Duration.ofMillis(200);
    private static final Duration BETWEEN_TRIMS = Duration.ofMinutes(10);

    private final RelayStore store;
    private final Sources sources;
    private final RelaySettings settings;
    private final WakeUp work;
    private final WakeUp written;
    private final Suspects suspects;
    private final AtomicLong moves = new AtomicLong();

    public Relay(MongoDatabase database, Sources sources, RelaySettings settings, Clock clock, Hints hints) {
        this(new MongoRelayStore(database, settings, clock), sources, settings, hints);
    }

    Relay(RelayStore store, Sources sources, RelaySettings settings, Hints hints) {
        this.store = store;
        this.sources = sources;
        this.settings = settings;
        this.work = hints.work();
        this.written = hints.written();
        this.suspects = new Suspects(settings.tries());
    }

    /** Works for ever; outlives every error of the store. Cancelling it stops at once and hands the lease on. */
    public Mono<Void> run() {
        return Mono.defer(this::turn).onErrorResume(this::recover).repeat().then();
    }

    /** How many batches this relay has moved since it was made. */
    public long moves() {
        return moves.get();
    }

    private Mono<Void> turn() {
        return Mono.usingWhen(store.acquire(), this::serve, store::release, (_, _) -> Mono.empty(), store::release)
                .then(Mono.delay(settings.heartbeat()))
                .then();
    }

    private Mono<Void> serve(Lease lease) {
        LOGGER.info("{} relays events under epoch {}", lease.owner(), lease.epoch());
        var shift = new Shift(this, lease);
        var passes = work.orEvery(settings.poll()).concatMap(_ -> shift.pass(), 1);
        var heartbeats = Flux.interval(settings.heartbeat())
                .onBackpressureLatest()
                .concatMap(_ -> store.renew(lease).thenReturn(0), 1);
        var trims = Flux.interval(settings.heartbeat(), BETWEEN_TRIMS)
                .onBackpressureLatest()
                .concatMap(_ -> store.trim(lease), 1);
        return shift.takeOver().thenMany(Flux.merge(passes, heartbeats, trims)).then();
    }

    private Mono<Void> recover(Throwable error) {
        if (error instanceof LeaseLostException) {
            LOGGER.info("{}", error.getMessage());
            return Mono.delay(settings.heartbeat()).then();
        }
        LOGGER.warn("The relay {} starts again after an error", settings.owner(), error);
        return Mono.delay(BREATH).then();
    }

    void moved() {
        moves.incrementAndGet();
        written.signal();
    }

    RelayStore store() {
        return store;
    }

    Sources sources() {
        return sources;
    }

    RelaySettings settings() {
        return settings;
    }

    Suspects suspects() {
        return suspects;
    }

    /**
     * The hints that go around in one process.
     *
     * @param work writers signal it after they stored an event
     * @param written the relay signals it after it added entries to the log
     */
    public record Hints(WakeUp work, WakeUp written) {

        public static Hints create() {
            return new Hints(new WakeUp(), new WakeUp());
        }
    }
}
