package vn.ocopmarket.catalog.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.imports.ImportJob.Counts;
import vn.ocopmarket.catalog.imports.ImportJob.State;
import vn.ocopmarket.catalog.imports.Imports.Claim;
import vn.ocopmarket.catalog.imports.ReadRow.Misunderstood;
import vn.ocopmarket.catalog.imports.ReadRow.Understood;
import vn.ocopmarket.catalog.imports.RunningImports.Pace;
import vn.ocopmarket.catalog.imports.RunningImports.Stores;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.ListingOutcome;
import vn.ocopmarket.catalog.product.ListingOutcome.Accepted;
import vn.ocopmarket.catalog.product.ListingProducts;
import vn.ocopmarket.catalog.product.ListingTarget;
import vn.ocopmarket.catalog.product.Plans;

/**
 * Brings the rows of a file in, batch by batch: into the catalogue, or into a plan of it. What a batch does to the catalogue
 * is safe to repeat, and how far it is, is written after each; a plan is begun anew.
 */
final class ListingStage implements ImportStage {

    private final Imports imports;
    private final LocalFiles files;
    private final RowSources sources;
    private final ListingProducts listing;
    private final Plans plans;
    private final ListTerms terms;
    private final Pace pace;

    ListingStage(Stores stores, RowSources sources, ListingProducts listing, ListTerms terms, Pace pace) {
        this.imports = stores.imports();
        this.files = stores.files();
        this.plans = stores.plans();
        this.sources = sources;
        this.listing = listing;
        this.terms = terms;
        this.pace = pace;
    }

    @Override
    public State in() {
        return State.RUNNING;
    }

    @Override
    public Mono<State> run(Claim claim) {
        var job = claim.job();
        return job.terms().preview()
                ? plans.clear(job.id()).then(Mono.defer(() -> previewed(claim)))
                : read(new Reading(claim, job.counts(), listing.catalogue(), ConcurrentHashMap.newKeySet()))
                        .thenReturn(State.DONE);
    }

    private Mono<State> previewed(Claim claim) {
        var id = claim.job().id();
        var reading = new Reading(claim, Counts.NONE, listing.plan(id), ConcurrentHashMap.newKeySet());
        return read(reading)
                .then(plans.tally(id))
                .map(tally -> new ImportJob.Plan(
                        tally.fresh(),
                        tally.changed(),
                        reading.products().size() - tally.fresh() - tally.changed(),
                        tally.superseding(),
                        0))
                .flatMap(plan -> imports.planned(claim, plan))
                .flatMap(kept -> kept ? Mono.just(State.PREVIEWED) : Mono.error(new ClaimLostException()));
    }

    /**
     * One reading of the file.
     *
     * @param done what an earlier worker has done
     * @param products ids of those that rows were accepted for
     */
    private record Reading(Claim claim, Counts done, ListingTarget target, Set<String> products) {}

    private Mono<Void> read(Reading reading) {
        var job = reading.claim().job();
        return Mono.usingWhen(
                files.fetch(job.id()),
                file -> Flux.using(
                                () -> sources.open(file, job.format()),
                                source -> batches(reading, source),
                                RowSource::close)
                        .subscribeOn(pace.scheduler())
                        .then(),
                files::delete);
    }

    private Flux<Counts> batches(Reading reading, RowSource source) {
        return Flux.<List<RawRow>>generate(sink -> {
                    var rows = source.next(pace.settings().batch());
                    if (rows.isEmpty()) {
                        sink.complete();
                    } else {
                        sink.next(rows);
                    }
                })
                .publishOn(pace.scheduler(), 1)
                .scan(new Batch(0, List.of()), Batch::followedBy)
                .skip(1)
                .mapNotNull(batch -> batch.after(reading.done().rows()))
                .concatMap(batch -> take(reading, batch.rows()), 1)
                .scan(reading.done(), (total, batch) -> total.plus(batch.accepted(), batch.rejected()))
                .skip(1)
                .concatMap(
                        total -> imports.progress(
                                        reading.claim(), total, pace.settings().lease())
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

    private Mono<Counts> take(Reading reading, List<RawRow> rows) {
        var job = reading.claim().job();
        var read = rows.stream()
                .map(row -> ReadRow.of(row, terms, job.caller(), job.terms().sample()))
                .toList();
        var understood = read.stream()
                .filter(Understood.class::isInstance)
                .map(Understood.class::cast)
                .toList();
        return listing.list(understood.stream().map(Understood::listing).toList(), ImportRuns.of(job), reading.target())
                .doOnNext(outcomes -> reading.products().addAll(accepted(reading, outcomes)))
                .flatMap(outcomes -> {
                    var issues = issues(read, understood, outcomes);
                    var rejected = (int) issues.stream()
                            .filter(ImportIssue::rejected)
                            .map(ImportIssue::row)
                            .distinct()
                            .count();
                    return imports.note(job.runId(), issues)
                            .thenReturn(new Counts(rows.size(), rows.size() - rejected, rejected));
                });
    }

    /** Only a preview counts products. */
    private static List<String> accepted(Reading reading, List<ListingOutcome> outcomes) {
        return reading.claim().job().terms().preview()
                ? outcomes.stream()
                        .filter(Accepted.class::isInstance)
                        .map(outcome -> ((Accepted) outcome).productId())
                        .toList()
                : List.of();
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
}
