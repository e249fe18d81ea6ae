package vn.ocopmarket.catalog.imports;

import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** The durable state of imports. Every call fails when the store does not answer in time and is safe to repeat. */
public interface Imports {

    /** Queues it, unless it is there; gives the one that is there then. One that was given up is queued once more. */
    Mono<ImportJob> queue(ImportJob job);

    /** Empty when there is none. */
    Mono<ImportJob> find(String id);

    /** The oldest import that waits, or whose worker has fallen silent; empty when there is none. */
    Mono<Claim> claim(String owner, Duration lease);

    /** Notes how far it is and keeps the claim; false when another worker has it now. */
    Mono<Boolean> progress(Claim claim, ImportJob.Counts counts, Duration lease);

    /** Ends it; a failure says why the file could not be read to its end. */
    Mono<Void> finish(Claim claim, ImportJob.State state, List<FieldError> failure);

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
     */
    record Claim(ImportJob job, long epoch, int attempt) {}
}
