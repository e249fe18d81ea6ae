package vn.ocopmarket.catalog.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.catalog.imports.ImportJob.Counts;
import vn.ocopmarket.catalog.imports.Imports.Claim;
import vn.ocopmarket.catalog.imports.ReadRow.Misunderstood;
import vn.ocopmarket.catalog.imports.ReadRow.Understood;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.ListingOutcome;
import vn.ocopmarket.catalog.product.ListingProducts;
import vn.ocopmarket.catalog.product.ListingRun;

/**
 * Carries imports on, batch by batch. What a batch does is safe to repeat, and how far an import is, is written after each
 * batch; so a process may die at any point and another goes on.
 */
public final class RunningImports {

    private static final Logger LOG = LoggerFactory.getLogger(RunningImports.class);

    private final Imports imports;
    private final LocalFiles files;
    private final RowSources sources;
    private final ListingProducts listing;
    private final ListTerms terms;
    private final ImportSettings settings;
    private final Scheduler scheduler;

    RunningImports(Stores stores, RowSources sources, ListingProducts listing, ListTerms terms, Pace pace) {
        this.imports = stores.imports();
        this.files = stores.files();
        this.sources = sources;
        this.listing = listing;
        this.terms = terms;
        this.settings = pace.settings();
        this.scheduler = pace.scheduler();
    }

    /** Where imports and their files are. */
    record Stores(Imports imports, LocalFiles files) {}

    /** How fast, and on which threads. */
    record Pace(ImportSettings settings, Scheduler scheduler) {}

    /** Takes one waiting import to its end; false when none waits. An error leaves it for a later try. */
    public Mono<Boolean> runOne() {
        return imports.claim(settings.owner(), settings.lease())
                .flatMap(claim -> claim.attempt() > settings.tries() ? giveUp(claim) : run(claim))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> giveUp(Claim claim) {
        LOG.error("Import {} was tried {} times", claim.job().id(), claim.attempt() - 1);
        return finish(claim, ImportJob.State.FAILED, List.of(FieldError.of("", "gave-up")));
    }

    private Mono<Boolean> run(Claim claim) {
        LOG.info(
                "Import {} goes on after row {}",
                claim.job().id(),
                claim.job().counts().rows());
        return Mono.usingWhen(
                        files.fetch(claim.job().id()),
                        file -> Flux.using(
                                        () -> sources.open(file, claim.job().format()),
                                        source -> batches(claim, source),
                                        RowSource::close)
                                .subscribeOn(scheduler)
                                .then(),
                        files::delete)
                .then(Mono.defer(() -> finish(claim, ImportJob.State.DONE, List.of())))
                .onErrorResume(
                        UnreadableFileException.class,
                        bad -> finish(claim, ImportJob.State.FAILED, List.of(bad.error())))
                .onErrorResume(ClaimLostException.class, _ -> Mono.just(true))
                .onErrorResume(fault -> imports.release(claim, settings.pauseAfter(claim.attempt()))
                        .then(Mono.error(fault)))
                .doOnCancel(
                        () -> LOG.info("Import {} is interrupted", claim.job().id()));
    }

    private Mono<Boolean> finish(Claim claim, ImportJob.State state, List<FieldError> failure) {
        return imports.finish(claim, state, failure)
                .then(Mono.defer(() -> files.forget(claim.job().id())))
                .thenReturn(true);
    }

    private Flux<Counts> batches(Claim claim, RowSource source) {
        var done = claim.job().counts();
        return Flux.<List<RawRow>>generate(sink -> {
                    var rows = source.next(settings.batch());
                    if (rows.isEmpty()) {
                        sink.complete();
                    } else {
                        sink.next(rows);
                    }
                })
                .publishOn(scheduler, 1)
                .scan(new Batch(0, List.of()), Batch::followedBy)
                .skip(1)
                .mapNotNull(batch -> batch.after(done.rows()))
                .concatMap(batch -> take(claim, batch.rows()), 1)
                .scan(done, (total, batch) -> total.plus(batch.accepted(), batch.rejected()))
                .skip(1)
                .concatMap(
                        total -> imports.progress(claim, total, settings.lease())
                                .flatMap(kept -> kept ? Mono.just(total) : Mono.error(new ClaimLostException())),
                        1);
    }

    /** Rows with their place in the file; those that an earlier worker has done are passed over. */
    private record Batch(int before, List<RawRow> rows) {

        Batch followedBy(List<RawRow> next) {
            return new Batch(before + rows.size(), next);
        }

        @Nullable
        Batch after(int done) {
            var skip = Math.max(0, done - before);
            return skip >= rows.size() ? null : new Batch(before + skip, rows.subList(skip, rows.size()));
        }
    }

    private Mono<Counts> take(Claim claim, List<RawRow> rows) {
        var read = rows.stream()
                .map(row ->
                        ReadRow.of(row, terms, claim.job().caller(), claim.job().sample()))
                .toList();
        var understood = read.stream()
                .filter(Understood.class::isInstance)
                .map(Understood.class::cast)
                .toList();
        return listing.list(understood.stream().map(Understood::listing).toList(), run(claim.job()))
                .flatMap(outcomes -> {
                    var issues = issues(read, understood, outcomes);
                    var rejected = (int) issues.stream()
                            .filter(ImportIssue::rejected)
                            .map(ImportIssue::row)
                            .distinct()
                            .count();
                    return imports.note(claim.job().id(), issues)
                            .thenReturn(new Counts(rows.size(), rows.size() - rejected, rejected));
                });
    }

    private static ListingRun run(ImportJob job) {
        return new ListingRun(
                job.id(),
                job.caller().subject(),
                job.fileName() == null ? "" : job.fileName(),
                job.caller()::keepsProvince);
    }

    private static List<ImportIssue> issues(
            List<ReadRow> read, List<Understood> understood, List<ListingOutcome> outcomes) {
        var issues = new ArrayList<ImportIssue>();
        read.stream()
                .filter(Misunderstood.class::isInstance)
                .map(Misunderstood.class::cast)
                .flatMap(row -> numbered(row.number(), true, row.errors()))
                .forEach(issues::add);
        for (int index = 0; index < understood.size(); index++) {
            var row = understood.get(index);
            var said = outcomes.get(index) instanceof ListingOutcome.Refused(var error)
                    ? numbered(row.number(), true, List.of(error))
                    : numbered(row.number(), false, row.warnings());
            said.forEach(issues::add);
        }
        return issues;
    }

    private static Stream<ImportIssue> numbered(int row, boolean rejected, List<FieldError> errors) {
        return IntStream.range(0, errors.size())
                .mapToObj(position -> new ImportIssue(row, position, rejected, errors.get(position)));
    }

    /** Another worker has the import now. */
    private static final class ClaimLostException extends RuntimeException {}
}
