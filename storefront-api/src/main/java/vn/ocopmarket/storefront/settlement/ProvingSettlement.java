package vn.ocopmarket.storefront.settlement;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.Reading;
import vn.ocopmarket.service.SharedRun;
import vn.ocopmarket.storefront.settlement.domain.Comparison;
import vn.ocopmarket.storefront.settlement.domain.Period;
import vn.ocopmarket.storefront.settlement.domain.Placed;
import vn.ocopmarket.storefront.settlement.domain.Statement;

/**
 * Proves over everything that producers are owed for exactly what buyers paid, and enters what is missing. Sales go on
 * meanwhile and mislead nobody; when a month is closed in between, what does not hold is looked at again.
 */
public final class ProvingSettlement {

    private static final Logger LOG = LoggerFactory.getLogger(ProvingSettlement.class);
    private static final int TRIES = 3;

    /** More than clocks differ, and than writing an entry takes. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private static final LocalTime NIGHT_BEGINS = LocalTime.of(2, 0);
    private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);

    private final ComparingSales sales;
    private final Settling settling;
    private final Kept kept;
    private final Clock clock;
    private final SharedRun<SettlementProof> asked = new SharedRun<>(Mono.defer(this::look));

    ProvingSettlement(ComparingSales sales, Settling settling, Kept kept, Clock clock) {
        this.sales = sales;
        this.settling = settling;
        this.kept = kept;
        this.clock = clock;
    }

    /** What may be left to do, and is no fault. */
    record Settling(GatheringEntries gathering, ClosingPeriods closing) {}

    /** What was settled, and where the proof of it is kept. */
    record Kept(Entries entries, Statements statements, Periods periods, SettlementProofs proofs) {}

    /** What changes when anybody closes anything. */
    private record Moment(long claimed, List<Reading<Period>> periods) {}

    /**
     * Looks at everything now and keeps what it found. Who asks while one is made gets that one; it goes on when nobody waits
     * for it any more.
     */
    public Mono<SettlementProof> prove() {
        return asked.result();
    }

    /** The same; empty when it is not made within the patience: then it is the last one as soon as it is. */
    public Mono<SettlementProof> proveWithin(Duration patience) {
        return asked.resultWithin(patience);
    }

    private Mono<SettlementProof> look() {
        var startedAt = clock.instant();
        var healed = new AtomicLong();
        return settling.closing()
                .letGo()
                .doOnNext(healed::addAndGet)
                .then(Mono.defer(this::gather))
                .then(Mono.defer(() -> attempt(healed, TRIES)))
                .map(found ->
                        new SettlementProof(startedAt, clock.instant(), healed.get(), found.moving(), found.result()))
                .flatMap(proof -> kept.proofs().keep(proof).thenReturn(proof));
    }

    /** What cannot be entered is found by the proof itself. */
    private Mono<Long> gather() {
        return settling.gathering().gather().onErrorResume(fault -> {
            LOG.warn("Settlement is proven though not everything is gathered: {}", fault.toString());
            return Mono.just(0L);
        });
    }

    /** The last proof; the first call makes one. */
    public Mono<SettlementProof> last() {
        return kept.proofs().last().switchIfEmpty(Mono.defer(this::prove));
    }

    /** Makes tonight's proof when it is night and nobody has; empty when there is nothing to do. */
    Mono<SettlementProof> proveTonight() {
        var now = LocalDateTime.now(clock);
        if (now.toLocalTime().isBefore(NIGHT_BEGINS) || now.toLocalTime().isAfter(NIGHT_ENDS)) {
            return Mono.empty();
        }
        var tonight =
                now.toLocalDate().atTime(NIGHT_BEGINS).atZone(clock.getZone()).toInstant();
        return kept.proofs()
                .last()
                .map(last -> last.startedAt().isBefore(tonight))
                .defaultIfEmpty(true)
                .filter(due -> due)
                .flatMap(_ -> prove());
    }

    private record Attempt(boolean moving, Comparison.Result result) {}

    private Mono<Attempt> attempt(AtomicLong healed, int tries) {
        return moment().flatMap(before -> compare(healed)
                .zipWhen(_ -> moment(), (result, after) -> new Attempt(!before.equals(after), result))
                .flatMap(found -> found.moving() && !found.result().findings().isEmpty() && tries > 1
                        ? attempt(healed, tries - 1)
                        : Mono.just(found)));
    }

    private Mono<Moment> moment() {
        return Mono.zip(kept.entries().claimed(), kept.periods().readings().collectList())
                .map(found -> new Moment(found.getT1(), found.getT2()));
    }

    private Mono<Comparison.Result> compare(AtomicLong healed) {
        var comparison = new Comparison(clock.instant().minus(SLACK));
        return kept.entries()
                .all()
                .doOnNext(reading -> compare(reading, comparison))
                .then(Mono.defer(() -> sales.compare(comparison)))
                .doOnNext(healed::addAndGet)
                .thenMany(Flux.defer(kept.periods()::readings))
                .concatMap(reading -> switch (reading) {
                    case Reading.Read<Period>(var _, var period) -> compare(period, comparison);
                    case Reading.Broken<Period>(var month, var _, var why) ->
                        Mono.<Void>fromRunnable(() -> comparison.unreadablePeriod(month, why));
                })
                .then(Mono.fromCallable(comparison::result));
    }

    private static void compare(Reading<Placed> reading, Comparison comparison) {
        switch (reading) {
            case Reading.Read<Placed>(var _, var placed) -> comparison.entry(placed);
            case Reading.Broken<Placed>(var id, var _, var why) -> comparison.unreadableEntry(id, why);
        }
    }

    private Mono<Void> compare(Period period, Comparison comparison) {
        return kept.statements()
                .readings(period.month())
                .collectList()
                .flatMap(readings -> Flux.fromIterable(readings)
                        .concatMap(reading -> compare(period, reading, comparison))
                        .then(Mono.fromRunnable(() -> {
                            var heads = readings.stream()
                                    .flatMap(reading -> Stream.ofNullable(reading.orNull()))
                                    .toList();
                            comparison.period(period, heads, heads.size() == readings.size());
                        })));
    }

    private Mono<Void> compare(Period period, Reading<Statement.Head> reading, Comparison comparison) {
        return switch (reading) {
            case Reading.Read<Statement.Head>(var id, var head) ->
                period.isClosed()
                        ? kept.statements().reading(id).flatMap(whole -> switch (whole) {
                            case Reading.Read<Statement>(var _, var statement) -> compare(statement, comparison);
                            case Reading.Broken<Statement>(var _, var _, var why) ->
                                Mono.<Void>fromRunnable(() -> comparison.unreadableStatement(head, why));
                        })
                        : Mono.empty();
            case Reading.Broken<Statement.Head>(var id, var _, var why) ->
                Mono.fromRunnable(() -> comparison.unreadableStatement(id, why));
        };
    }

    private Mono<Void> compare(Statement statement, Comparison comparison) {
        return kept.entries()
                .readings(statement.head().id())
                .mapNotNull(Reading::orNull)
                .collectList()
                .doOnNext(claimed -> comparison.statement(statement, claimed))
                .then();
    }
}
