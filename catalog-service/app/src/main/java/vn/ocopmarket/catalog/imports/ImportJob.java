package vn.ocopmarket.catalog.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/**
 * One import.
 *
 * @param id follows from the content and from what the caller may do
 * @param caller whose rights decide about each row
 * @param sample whether its products are made up for a demonstration
 * @param failure why the file as a whole could not be read to its end, or null
 */
public record ImportJob(
        String id,
        FileFormat format,
        @Nullable String fileName,
        Caller caller,
        boolean sample,
        State state,
        Counts counts,
        @Nullable FieldError failure,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** How far an import is. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    /** Rows taken from the file so far, and what became of them. */
    public record Counts(int rows, int accepted, int rejected) {

        public static final Counts NONE = new Counts(0, 0, 0);

        Counts plus(int accepted, int rejected) {
            return new Counts(rows + accepted + rejected, this.accepted + accepted, this.rejected + rejected);
        }
    }
}
