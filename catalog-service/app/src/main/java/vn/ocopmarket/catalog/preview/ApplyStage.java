package vn.ocopmarket.catalog.preview;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.imports.ClaimLostException;
import vn.ocopmarket.catalog.imports.ImportIssue;
import vn.ocopmarket.catalog.imports.ImportJob;
import vn.ocopmarket.catalog.imports.ImportJob.State;
import vn.ocopmarket.catalog.imports.ImportRuns;
import vn.ocopmarket.catalog.imports.ImportStage;
import vn.ocopmarket.catalog.imports.Imports;
import vn.ocopmarket.catalog.imports.Imports.Claim;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.CatalogProduct;
import vn.ocopmarket.catalog.product.CatalogueTarget;
import vn.ocopmarket.catalog.product.ListingRun;
import vn.ocopmarket.catalog.product.ListingTarget.Change;
import vn.ocopmarket.catalog.product.ListingTarget.Step;
import vn.ocopmarket.catalog.product.Plans;
import vn.ocopmarket.catalog.product.Plans.Only;
import vn.ocopmarket.catalog.product.Plans.Planned;
import vn.ocopmarket.catalog.product.Products;

/**
 * Writes what was previewed, and nothing else: a product that is not any more what the preview saw stays as it is, and each
 * of its rows is told so.
 */
final class ApplyStage implements ImportStage {

    private static final int BATCH = 200;
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final Imports imports;
    private final Plans plans;
    private final Products products;
    private final CatalogueTarget catalogue;
    private final Clock clock;

    ApplyStage(Imports imports, Plans plans, Products products, CatalogueTarget catalogue, Clock clock) {
        this.imports = imports;
        this.plans = plans;
        this.products = products;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public State in() {
        return State.APPLYING;
    }

    @Override
    public Mono<State> run(Claim claim) {
        var job = claim.job();
        var begun = new Progress(job.counts(), Objects.requireNonNull(job.plan()), BATCH);
        return Mono.just(begun)
                .expand(progress -> progress.taken() < BATCH ? Mono.empty() : next(claim, progress))
                .then(Mono.defer(() -> plans.clear(job.id())))
                .thenReturn(State.DONE);
    }

    /** @param taken how many products the last batch held */
    private record Progress(ImportJob.Counts counts, ImportJob.Plan plan, int taken) {}

    private Mono<Progress> next(Claim claim, Progress progress) {
        return plans.page(claim.job().id(), Only.ALL, progress.plan().appliedRow(), BATCH)
                .collectList()
                .flatMap(batch -> batch.isEmpty()
                        ? Mono.just(new Progress(progress.counts(), progress.plan(), 0))
                        : written(claim, batch).flatMap(refused -> kept(claim, progress, batch, refused)));
    }

    private Mono<Progress> kept(Claim claim, Progress progress, List<Planned> batch, List<Integer> refused) {
        var counts = progress.counts().refused(refused.size());
        var plan = progress.plan().appliedTo(batch.getLast().rows().getFirst());
        var issues = refused.stream()
                .map(row -> new ImportIssue(row, 0, true, FieldError.of("", "changed-since-preview")))
                .toList();
        return imports.note(claim.job().runId(), issues)
                .then(imports.applied(claim, counts, plan, LEASE))
                .flatMap(held -> held
                        ? Mono.just(new Progress(counts, plan, batch.size()))
                        : Mono.error(new ClaimLostException()));
    }

    /** Gives the rows of products that could not be written. */
    private Mono<List<Integer>> written(Claim claim, List<Planned> batch) {
        var run = ImportRuns.of(claim.job());
        return present(batch).flatMap(present -> {
            var refused = new HashSet<String>();
            var changes = batch.stream()
                    .filter(planned -> !isWritten(present.get(id(planned)), planned, run))
                    .filter(planned -> fits(present.get(id(planned)), planned) || !refused.add(id(planned)))
                    .map(planned -> change(present.get(id(planned)), planned, run))
                    .toList();
            return step(claim, run, changes)
                    .flatMap(catalogue::write)
                    .flatMap(late -> late.isEmpty() ? Mono.just(Set.<String>of()) : notWritten(batch, late, run))
                    .map(late -> batch.stream()
                            .filter(planned -> refused.contains(id(planned)) || late.contains(id(planned)))
                            .flatMap(planned -> planned.rows().stream())
                            .toList());
        });
    }

    /** Those that were late may have been written by this very run, in a worker that was thought dead. */
    private Mono<Set<String>> notWritten(List<Planned> batch, Set<String> late, ListingRun run) {
        return present(batch)
                .map(present -> batch.stream()
                        .filter(planned -> late.contains(id(planned)))
                        .filter(planned -> !isWritten(present.get(id(planned)), planned, run))
                        .map(ApplyStage::id)
                        .collect(Collectors.toSet()));
    }

    private Mono<Map<String, CatalogProduct>> present(List<Planned> batch) {
        return products.withIdsEvenRemoved(batch.stream().map(ApplyStage::id).toList())
                .collectMap(product -> product.record().id());
    }

    private static String id(Planned planned) {
        return planned.after().record().id();
    }

    private static boolean fits(@Nullable CatalogProduct present, Planned planned) {
        return planned.base() == (present == null ? 0 : present.record().revision());
    }

    private static boolean isWritten(@Nullable CatalogProduct present, Planned planned, ListingRun run) {
        return present != null
                && present.history().stream()
                        .anyMatch(deed -> deed.number() == planned.base() + 1
                                && deed.of().equals(run.importId())
                                && deed.mark() != null);
    }

    private Change change(@Nullable CatalogProduct present, Planned planned, ListingRun run) {
        return new Change(present, planned.after().onTopOf(present, deed(run)), planned.rows());
    }

    private Deed deed(ListingRun run) {
        return run.deed(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private Mono<Step> step(Claim claim, ListingRun run, List<Change> changes) {
        var named = changes.stream()
                .map(change -> change.after().record().producer().id())
                .collect(Collectors.toSet());
        return Flux.from(plans.producers(claim.job().id(), named))
                .map(producer -> producer.told(null, deed(run)))
                .collectList()
                .map(fresh -> new Step(run, fresh, named, changes));
    }
}
