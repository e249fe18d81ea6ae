package vn.ocopmarket.catalog.imports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.catalog.imports.ImportJob.State;
import vn.ocopmarket.catalog.imports.Imports.Claim;
import vn.ocopmarket.catalog.imports.Imports.End;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.Plans;

/** Takes imports through their stages; a process may die at any point and another goes on. */
public final class RunningImports {

    private static final Logger LOG = LoggerFactory.getLogger(RunningImports.class);

    private final Imports imports;
    private final LocalFiles files;
    private final ImportSettings settings;
    private final Map<State, ImportStage> stages;

    RunningImports(Stores stores, ImportSettings settings, List<ImportStage> stages) {
        this.imports = stores.imports();
        this.files = stores.files();
        this.settings = settings;
        this.stages = stages.stream().collect(Collectors.toMap(ImportStage::in, Function.identity()));
    }

    /** Where imports, their files and their plans are. */
    record Stores(Imports imports, LocalFiles files, Plans plans) {}

    /** How fast, and on which threads. */
    record Pace(ImportSettings settings, Scheduler scheduler) {}

    /** Takes one waiting import to its end; false when none waits. An error leaves it for a later try. */
    public Mono<Boolean> runOne() {
        return imports.claim(settings.owner(), settings.lease())
                .flatMap(this::goOn)
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> goOn(Claim claim) {
        var end = claim.end();
        if (end != null) {
            return conclude(claim, end);
        }
        return claim.attempt() > settings.tries() ? giveUp(claim) : run(claim);
    }

    private Mono<Boolean> giveUp(Claim claim) {
        LOG.error("Import {} was tried {} times", claim.job().id(), claim.attempt() - 1);
        return end(claim, new End(State.FAILED, FieldError.of("", "gave-up")));
    }

    private Mono<Boolean> run(Claim claim) {
        var job = claim.job();
        LOG.info(
                "Import {} is {} after row {}",
                job.id(),
                job.state(),
                job.counts().rows());
        return Objects.requireNonNull(stages.get(job.state()), job.state()::name)
                .run(claim)
                .flatMap(state -> end(claim, new End(state, null)))
                .onErrorResume(UnreadableFileException.class, bad -> end(claim, new End(State.FAILED, bad.error())))
                .onErrorResume(ClaimLostException.class, _ -> Mono.just(true))
                .onErrorResume(fault -> imports.release(claim, settings.pauseAfter(claim.attempt()))
                        .then(Mono.error(fault)))
                .doOnCancel(() -> LOG.info("Import {} is interrupted", job.id()));
    }

    /** Whoever has the claim by now needs the file, and says how it ends. */
    private Mono<Boolean> end(Claim claim, End end) {
        return imports.ending(claim, end).flatMap(held -> held ? conclude(claim, end) : Mono.just(true));
    }

    /** In this order: once it has ended the same bytes may be sent again, and must not be forgotten then. */
    private Mono<Boolean> conclude(Claim claim, End end) {
        return files.forget(claim.job().id())
                .then(Mono.defer(() -> imports.finish(claim, end)))
                .thenReturn(true);
    }
}
