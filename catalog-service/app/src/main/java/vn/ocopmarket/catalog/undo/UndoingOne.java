package vn.ocopmarket.catalog.undo;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.imports.ActingOnImports;
import vn.ocopmarket.catalog.imports.ImportJob;
import vn.ocopmarket.catalog.imports.ImportJob.State;
import vn.ocopmarket.catalog.imports.ImportJob.Undoing;
import vn.ocopmarket.catalog.imports.Imports;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.undo.UndoingProducts.Order;

/** What is to become of the products that undoing left as they are: one by one, only what the import alone has changed. */
public final class UndoingOne {

    private final Imports imports;
    private final UndoingProducts undoing;
    private final LeftProducts left;
    private final Clock clock;

    UndoingOne(Imports imports, UndoingProducts undoing, LeftProducts left, Clock clock) {
        this.imports = imports;
        this.undoing = undoing;
        this.left = left;
        this.clock = clock;
    }

    /** Those that were left; empty when the caller may not see the import. */
    public Mono<List<LeftProduct>> left(String importId, Caller caller, @Nullable String cursor, int limit) {
        return imports.find(importId)
                .filter(job -> caller.mayRead(job.caller()))
                .flatMap(job -> left.page(job.runId(), cursor, limit).collectList());
    }

    /** Never empty; asking again changes nothing. */
    public Mono<Outcome<LeftProduct>> undo(String importId, String productId, String why, Caller caller) {
        return imports.find(importId)
                .filter(job -> caller.mayRead(job.caller()))
                .flatMap(job -> undo(job, productId, why, caller))
                .defaultIfEmpty(new Outcome.Unknown<>());
    }

    private Mono<Outcome<LeftProduct>> undo(ImportJob job, String productId, String why, Caller caller) {
        var error = ActingOnImports.error(why);
        if (error != null) {
            return Mono.just(new Outcome.Invalid<>(List.of(error)));
        }
        if (!caller.mayActFor(job.caller())) {
            return Mono.just(new Outcome.Forbidden<>());
        }
        if (job.state() != State.UNDONE) {
            return Mono.just(new Outcome.Taken<>("state", job.state().name().toLowerCase(java.util.Locale.ROOT)));
        }
        var how = new Undoing(caller.subject(), why.strip(), clock.instant(), 0, 0, 0, "");
        var order = new Order(job.runId(), UndoStage.deed(job, how, clock), true);
        return left.find(job.runId(), productId)
                .flatMap(one ->
                        undoing.undo(List.of(productId), order).then(Mono.defer(() -> settled(job.runId(), one))))
                .defaultIfEmpty(new Outcome.Invalid<>(List.of(FieldError.of("productId", "not-left"))));
    }

    private Mono<Outcome<LeftProduct>> settled(String run, LeftProduct one) {
        var done = new LeftProduct(one.productId(), one.name(), one.changedSince(), one.undoable(), true);
        return left.keep(run, done).thenReturn(new Outcome.Done<>(done));
    }
}
