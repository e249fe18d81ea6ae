package vn.ocopmarket.catalog.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.imports.ImportJob.Counts;
import vn.ocopmarket.catalog.imports.ImportJob.State;
import vn.ocopmarket.catalog.imports.ImportJob.Terms;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.service.idempotency.OperationId;

/** Takes a file in: checked as a whole, stored durably, queued. The same bytes from the same rights are the same import. */
public final class AcceptingImports {

    private final Imports imports;
    private final LocalFiles files;
    private final RowSources sources;
    private final ImportSignals signals;
    private final Scheduler scheduler;
    private final Clock clock;

    AcceptingImports(
            RunningImports.Stores stores, RowSources sources, ImportSignals signals, Scheduler scheduler, Clock clock) {
        this.imports = stores.imports();
        this.files = stores.files();
        this.sources = sources;
        this.signals = signals;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * What arrived, before it is looked at.
     *
     * @param terms how its rows are to be taken
     */
    public record Arrival(FileFormat format, @Nullable String fileName, Caller caller, Terms terms) {}

    /**
     * Never empty. An error or a cancel leaves nothing behind that a repeat would trip over.
     *
     * @param receive writes the body into the file it is given
     */
    public Mono<Outcome<ImportJob>> accept(Arrival arrival, Function<Path, Mono<Void>> receive) {
        if (!arrival.caller().keepsLists()) {
            return Mono.just(new Outcome.Forbidden<>());
        }
        return Mono.usingWhen(
                files.create(),
                file -> receive.apply(file).then(Mono.defer(() -> checked(arrival, file))),
                files::delete);
    }

    private Mono<Outcome<ImportJob>> checked(Arrival arrival, Path file) {
        return Mono.fromCallable(() -> sources.check(file, arrival.format()))
                .subscribeOn(scheduler)
                .flatMap(errors -> errors.isEmpty()
                        ? stored(arrival, file).map(Outcome.Done::new)
                        : Mono.just(new Outcome.Invalid<>(errors)));
    }

    private Mono<ImportJob> stored(Arrival arrival, Path file) {
        return OperationId.current()
                .defaultIfEmpty(clock.instant().toString())
                .flatMap(moment -> files.idOf(file, context(arrival, moment)))
                .flatMap(id -> imports.find(id)
                        .filter(known -> known.state() != State.FAILED && known.state() != State.UNDONE)
                        .switchIfEmpty(Mono.defer(() -> files.keep(id, file).then(imports.queue(job(id, arrival)))))
                        .doOnNext(_ -> signals.work()));
    }

    /**
     * Rights decide about rows, so another set of rights is another import; a preview shows the catalogue of its moment, so
     * each one is its own, but for one that is asked for again under the same key.
     */
    private String context(Arrival arrival, String moment) {
        var caller = arrival.caller();
        var terms = arrival.terms();
        var manner = (terms.supersedes() ? "|supersedes" : "")
                + (terms.preview() ? "|preview of " + caller.subject() + " at " + moment : "");
        return String.join(
                        "|",
                        arrival.format().name(),
                        String.valueOf(terms.sample()),
                        String.join(",", new TreeSet<>(caller.roles())),
                        String.join(",", new TreeSet<>(caller.provinces())))
                + manner;
    }

    private ImportJob job(String id, Arrival arrival) {
        return new ImportJob(
                id,
                arrival.format(),
                arrival.fileName(),
                arrival.caller(),
                arrival.terms(),
                State.QUEUED,
                Counts.NONE,
                null,
                clock.instant(),
                null,
                0,
                null,
                null);
    }
}
