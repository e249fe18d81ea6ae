package vn.ocopmarket.storefront.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.ReconciliationReport.Discrepancy;
import vn.ocopmarket.storefront.inventory.StockLedger.Sum;
import vn.ocopmarket.storefront.inventory.domain.Claims;
import vn.ocopmarket.storefront.inventory.domain.StockLevel;

/** Proves over all levels what each update guards for one; sales may go on meanwhile. */
public final class ReconcilingStock {

    private static final int LOOKS = 5;

    private final StockLevels levels;
    private final StockLedger ledger;
    private final Clock clock;

    ReconcilingStock(StockLevels levels, StockLedger ledger, Clock clock) {
        this.levels = levels;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Looks at everything now. */
    public Mono<ReconciliationReport> reconcile() {
        return Mono.defer(() -> {
            var startedAt = clock.instant();
            return ledger.sums().flatMap(sums -> judgeAll(startedAt, sums));
        });
    }

    private Mono<ReconciliationReport> judgeAll(Instant startedAt, Map<String, Sum> sums) {
        var seen = new HashSet<String>();
        return levels.all()
                .doOnNext(level -> seen.add(level.id()))
                .concatMap(level -> judge(level, sums.getOrDefault(level.id(), new Sum(0, 0))))
                .collectList()
                .map(found -> report(startedAt, seen, sums, found));
    }

    private ReconciliationReport report(
            Instant startedAt, Set<String> seen, Map<String, Sum> sums, List<Discrepancy> found) {
        var orphans = sums.entrySet().stream()
                .filter(sum -> !seen.contains(sum.getKey()) && sum.getValue().quantity() != 0)
                .map(sum -> new Discrepancy(
                        sum.getKey(), "ledger without level", 0, sum.getValue().quantity()));
        var entries = sums.values().stream().mapToLong(Sum::entries).sum();
        return new ReconciliationReport(
                startedAt,
                clock.instant(),
                seen.size(),
                entries,
                Stream.concat(found.stream(), orphans).toList());
    }

    private Flux<Discrepancy> judge(StockLevel level, Sum sum) {
        var broken = Flux.fromIterable(Claims.broken(level))
                .map(rule -> new Discrepancy(level.id(), rule.name(), rule.expected(), rule.found()));
        return sum.quantity() == level.onHand() && level.pending() == 0
                ? broken
                : broken.concatWith(lookAgain(level.id(), LOOKS));
    }

    /** A level that moves while it is compared is compared again, until it stood still between two looks. */
    private Mono<Discrepancy> lookAgain(String levelId, int looksLeft) {
        return levels.find(levelId)
                .flatMap(before -> ledger.sumOf(levelId)
                        .zipWhen(_ -> levels.find(levelId))
                        .flatMap(now -> {
                            var sum = now.getT1();
                            if (sum == before.onHand()) {
                                return Mono.empty();
                            }
                            return now.getT2().version() == before.version() || looksLeft == 0
                                    ? Mono.just(new Discrepancy(levelId, "onHand = Σ ledger", sum, before.onHand()))
                                    : lookAgain(levelId, looksLeft - 1);
                        }));
    }
}
