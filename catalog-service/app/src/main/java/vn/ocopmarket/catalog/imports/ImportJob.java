package vn.ocopmarket.catalog.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.ListingRun;

/**
 * One import.
 *
 * @param id follows from the content and from what the caller may do; that of a preview also from the moment
 * @param caller whose rights decide about each row
 * @param failure why the file as a whole could not be read to its end, or null
 * @param run counts from 0 how often it was brought in again after it had been undone
 * @param plan what a preview found, or null
 * @param undoing how it is taken back, or null
 */
public record ImportJob(
        String id,
        FileFormat format,
        @Nullable String fileName,
        Caller caller,
        Terms terms,
        State state,
        Counts counts,
        @Nullable FieldError failure,
        Instant createdAt,
        @Nullable Instant finishedAt,
        int run,
        @Nullable Plan plan,
        @Nullable Undoing undoing) {

    /** How far an import is. */
    public enum State {
        QUEUED,
        RUNNING,
        /** Looked through, nothing written. */
        PREVIEWED,
        APPLYING,
        DONE,
        FAILED,
        UNDOING,
        UNDONE
    }

    /**
     * How its rows are to be taken.
     *
     * @param sample whether its products are made up for a demonstration
     * @param preview whether it is looked through first, and written when somebody says so
     * @param supersedes whether its decisions end the earlier ones of the same products
     */
    public record Terms(boolean sample, boolean preview, boolean supersedes) {}

    /** Rows taken from the file so far, and what became of them. */
    public record Counts(int rows, int accepted, int rejected) {

        public static final Counts NONE = new Counts(0, 0, 0);

        Counts plus(int accepted, int rejected) {
            return new Counts(rows + accepted + rejected, this.accepted + accepted, this.rejected + rejected);
        }

        /** Rows that had been accepted, and cannot be after all. */
        public Counts refused(int more) {
            return new Counts(rows, accepted - more, rejected + more);
        }
    }

    /**
     * What a preview found, counted in products.
     *
     * @param appliedRow up to which row it is written, 0 before it is
     */
    public record Plan(long fresh, long changed, long unchanged, long superseding, int appliedRow) {

        public Plan appliedTo(int row) {
            return new Plan(fresh, changed, unchanged, superseding, row);
        }
    }

    /**
     * How it is taken back, counted in products.
     *
     * @param done the id of the last product that was looked at
     */
    public record Undoing(String who, String why, Instant at, int restored, int removed, int left, String done) {}

    /** This bringing-in of it, as histories and notes know it. */
    public String runId() {
        return ListingRun.id(id, run);
    }
}
