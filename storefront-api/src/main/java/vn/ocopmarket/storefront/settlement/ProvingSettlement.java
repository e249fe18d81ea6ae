package vn.ocopmarket.storefront.settlement;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.service.SharedRun;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrdersToEnter;
import vn.ocopmarket.storefront.pos.FindCounterSales;
import vn.ocopmarket.storefront.settlement.domain.Comparison;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Period;
import vn.ocopmarket.storefront.settlement.domain.Placed;
import vn.ocopmarket.storefront.settlement.domain.Sold;

/**
 * Proves over everything that producers are owed for exactly what buyers paid, and enters what is missing. Sales go on
 * meanwhile: what does not hold is looked at again when something was entered or closed in between.
 */
public final class ProvingSettlement {

    private static final int PAGE = 200;
    private static final int TRIES = 3;
    private static final LocalTime NIGHT_BEGINS = LocalTime.of(2, 0);
    private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);

    private final OrdersToEnter orders;
    private final FindCounterSales sales;
    private final EnteringSales entering;
    private final Settling settling;
    private final Kept kept;
    private final Clock clock;
    private final SharedRun<SettlementProof> asked = new SharedRun<>(Mono.defer(this::look));

    ProvingSettlement(
            GatheringEntries.Sources sources, EnteringSales entering, Settling settling, Kept kept, Clock clock) {
        this.orders = sources.orders();
        this.sales = sources.earlierSales();
        this.entering = entering;
        this.settling = settling;
        this.kept = kept;
        this.clock = clock;
    }

    /** What may be left to do, and is no fault. */
    record Settling(GatheringEntries gathering, ClosingPeriods closing) {}

    /** What was settled, and where the proof of it is kept. */
    record Kept(Entries entries, Statements statements, Periods periods, SettlementProofs proofs) {}

    /** What changes when anybody enters or closes anything. */
    private record Moment(long entries, long open, List<Period> periods) {}

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
                .then(Mono.defer(settling.gathering()::gather))
                .then(Mono.defer(() -> attempt(healed, TRIES)))
                .map(found ->
                        new SettlementProof(startedAt, clock.instant(), healed.get(), found.moving(), found.result()))
                .flatMap(proof -> kept.proofs().keep(proof).thenReturn(proof));
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
        var entries = kept.entries();
        return Mono.zip(entries.number(), entries.open(), kept.periods().all().collectList())
                .map(found -> new Moment(found.getT1(), found.getT2(), found.getT3()));
    }

    private Mono<Comparison.Result> compare(AtomicLong healed) {
        var comparison = new Comparison();
        var ofOrders = pagesOfOrders().concatMap(entering::ofOrders);
        var ofCounters = sales.firstDay()
                .flatMapMany(
                        first -> sales.between(first, LocalDateTime.now(clock).toLocalDate()))
                .buffer(PAGE)
                .concatMap(entering::ofSales);
        return Flux.concat(ofOrders, ofCounters)
                .concatMap(sold -> compare(sold, comparison, healed))
                .thenMany(Flux.defer(kept.entries()::all))
                .doOnNext(comparison::entry)
                .thenMany(Flux.defer(kept.periods()::all))
                .sort(Comparator.comparing(Period::month))
                .concatMap(period -> compare(period, comparison))
                .then(Mono.fromCallable(comparison::result));
    }

    private Flux<List<Order>> pagesOfOrders() {
        return orders.completed(null, PAGE)
                .collectList()
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : orders.completed(page.getLast().id(), PAGE).collectList());
    }

    private Mono<Void> compare(List<Sold> sold, Comparison comparison, AtomicLong healed) {
        return entering.enter(sold)
                .doOnNext(healed::addAndGet)
                .then(Mono.defer(() -> stored(sold)))
                .doOnNext(stored -> sold.forEach(one -> comparison.sold(one, stored)))
                .then();
    }

    private Mono<Map<String, Placed>> stored(List<Sold> sold) {
        var ids = sold.stream()
                .flatMap(one -> one.entries().stream())
                .map(Entry::id)
                .toList();
        return kept.entries()
                .placed(ids)
                .collect(Collectors.toMap(placed -> placed.entry().id(), Function.identity()));
    }

    private Mono<Void> compare(Period period, Comparison comparison) {
        var statements = kept.statements();
        return statements
                .of(period.month())
                .collectList()
                .flatMap(heads -> Flux.fromIterable(heads)
                        .filter(_ -> period.isClosed())
                        .concatMap(head -> statements.find(head.id()))
                        .concatMap(statement -> kept.entries()
                                .of(statement.head().id())
                                .collectList()
                                .doOnNext(claimed -> comparison.statement(statement, claimed)))
                        .then(Mono.fromRunnable(() -> comparison.period(period, heads))));
    }
}
