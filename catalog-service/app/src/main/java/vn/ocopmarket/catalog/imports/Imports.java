package vn.ocopmarket.catalog.imports;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** The durable state of imports. Every call fails when the store does not answer in time and is safe to repeat. */
public interface Imports {

    /** Queues it, unless it is there; gives the one that is there then. One that was given up or undone is queued once more. */
    Mono<ImportJob> queue(ImportJob job);

    /** Empty when there is none. */
    Mono<ImportJob> find(String id);

    /** The oldest import that waits, or whose worker has fallen silent; empty when there is none. */
    Mono<Claim> claim(String owner, Duration lease);

    /** Notes how far it is and keeps the claim; false when another worker has it now. */
    Mono<Boolean> progress(Claim claim, ImportJob.Counts counts, Duration lease);

    /** Notes how it ends, while it has not ended yet; false when another worker has it now. */
    Mono<Boolean> ending(Claim claim, End end);

    /** Ends it. */
    Mono<Boolean> finish(Claim claim, End end);

    /** Notes what a preview found. */
    Mono<Boolean> planned(Claim claim, ImportJob.Plan plan);

    /** Notes how far a preview is written. */
    Mono<Boolean> applied(Claim claim, ImportJob.Counts counts, ImportJob.Plan plan, Duration lease);

    /** Notes how far it is taken back. */
    Mono<Boolean> undone(Claim claim, ImportJob.Undoing undoing, Duration lease);

    /** Lets a next stage begin; empty when it is in none of those states. */
    Mono<ImportJob> begin(
            String id, Set<ImportJob.State> from, ImportJob.State to, ImportJob.@Nullable Undoing undoing);

    /** Those that a caller may read, the newest first; the cursor is the id of the last one of the page before. */
    Flux<ImportJob> list(Caller reader, @Nullable String cursor, int limit);

    /** Gives the claim back, so that another can go on after a pause. */
    Mono<Void> release(Claim claim, Duration pause);

    /** Adds issues that are not there yet. */
    Mono<Void> note(String importId, List<ImportIssue> issues);

    /** Issues that kept rows out, or the others, in the order of their rows, those after a row. */
    Flux<ImportIssue> issues(String importId, boolean rejected, int afterRow, int limit);

    /**
     * A worker's right to go on with an import.
     *
     * @param epoch grows with every claim; an older one is void
     * @param attempt how often it was claimed without getting any further
     * @param end how it ends, when an earlier worker had come so far; or null
     */
    record Claim(
            ImportJob job,
            long epoch,
            int attempt,
            @Nullable End end) {}

    /**
     * How an import ends.
     *
     * @param failure why the file could not be read to its end, or null
     */
    record End(ImportJob.State state, @Nullable FieldError failure) {}
}
