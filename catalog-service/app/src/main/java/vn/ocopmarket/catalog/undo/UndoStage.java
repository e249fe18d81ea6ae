package vn.ocopmarket.catalog.undo;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.imports.ClaimLostException;
import vn.ocopmarket.catalog.imports.ImportJob;
import vn.ocopmarket.catalog.imports.ImportJob.State;
import vn.ocopmarket.catalog.imports.ImportJob.Undoing;
import vn.ocopmarket.catalog.imports.ImportStage;
import vn.ocopmarket.catalog.imports.Imports;
import vn.ocopmarket.catalog.imports.Imports.Claim;
import vn.ocopmarket.catalog.product.Befores;
import vn.ocopmarket.catalog.undo.UndoingProducts.Order;

/** Takes an import back, batch by batch: first its products, then the producers that have none left. */
final class UndoStage implements ImportStage {

    private static final int BATCH = 100;
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final Imports imports;
    private final Befores befores;
    private final UndoingProducts undoing;
    private final LeftProducts left;
    private final UndoingProducers producers;
    private final Clock clock;

    UndoStage(Imports imports, Befores befores, Parts parts, Clock clock) {
        this.imports = imports;
        this.befores = befores;
        this.undoing = parts.products();
        this.producers = parts.producers();
        this.left = parts.left();
        this.clock = clock;
    }

    /** What it works with. */
    record Parts(UndoingProducts products, UndoingProducers producers, LeftProducts left) {}

    @Override
    public State in() {
        return State.UNDOING;
    }

    @Override
    public Mono<State> run(Claim claim) {
        var job = claim.job();
        var begun = Objects.requireNonNull(job.undoing());
        var order = new Order(job.runId(), deed(job, begun, clock), false);
        return Mono.just(new Step(begun, false))
                .expand(step -> step.last() ? Mono.empty() : next(claim, step.undoing(), order))
                .then(Mono.defer(() -> producers.undo(order)))
                .thenReturn(State.UNDONE);
    }

    static Deed deed(ImportJob job, Undoing how, Clock clock) {
        return new Deed(clock.instant().truncatedTo(ChronoUnit.MILLIS), how.who(), Befores.UNDONE, job.id(), how.why());
    }

    private record Step(Undoing undoing, boolean last) {}

    private Mono<Step> next(Claim claim, Undoing so, Order order) {
        return befores.products(order.run(), so.done(), BATCH)
                .collectList()
                .flatMap(ids -> ids.isEmpty()
                        ? Mono.just(new Step(so, true))
                        : undoing.undo(ids, order)
                                .collectList()
                                .flatMap(outcomes ->
                                        noted(order, outcomes).thenReturn(counted(so, outcomes, ids.getLast())))
                                .flatMap(next -> imports.undone(claim, next, LEASE)
                                        .flatMap(held -> held
                                                ? Mono.just(new Step(next, false))
                                                : Mono.error(new ClaimLostException()))));
    }

    private Mono<Void> noted(Order order, List<UndoOutcome> outcomes) {
        return Flux.fromIterable(outcomes)
                .ofType(UndoOutcome.Left.class)
                .concatMap(outcome -> left.keep(order.run(), outcome.product()))
                .then();
    }

    private static Undoing counted(Undoing so, List<UndoOutcome> outcomes, String done) {
        var restored = so.restored();
        var removed = so.removed();
        var kept = so.left();
        for (var outcome : outcomes) {
            switch (outcome) {
                case UndoOutcome.Restored _ -> restored++;
                case UndoOutcome.Removed _ -> removed++;
                case UndoOutcome.Left _ -> kept++;
                case UndoOutcome.Untouched _ -> {}
            }
        }
        return new Undoing(so.who(), so.why(), so.at(), restored, removed, kept, done);
    }
}
