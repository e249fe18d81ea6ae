package vn.ocopmarket.storefront.importdesk.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What catalog-service says of imports. */
final class ImportReplies {

    private static final Set<String> AT_WORK = Set.of("queued", "running", "applying", "undoing");

    private ImportReplies() {}

    record Accepted(String id) {}

    record Issue(int row, @Nullable String field, String message) {}

    /** In products. */
    record Preview(@JsonProperty("new") long fresh, long changed, long unchanged, long superseding) {}

    /** In products. */
    record Undo(String who, String reason, Instant at, int restored, int removed, int left) {}

    record View(
            String id,
            String state,
            @Nullable String fileName,
            int rows,
            int accepted,
            int rejected,
            List<Issue> errors,
            List<Issue> warnings,
            @Nullable String failure,
            Instant createdAt,
            @Nullable Instant finishedAt,
            String who,
            boolean supersedes,
            @Nullable Preview preview,
            @Nullable Undo undo) {

        /** Whether something is being done with it, so that the page looks again soon. */
        public boolean isAtWork() {
            return AT_WORK.contains(state);
        }

        public boolean isPreviewed() {
            return state.equals("previewed");
        }

        /** Whether it can be taken back. */
        public boolean isWritten() {
            return state.equals("done") || state.equals("failed") && accepted > 0 && preview == null;
        }

        public boolean isUndone() {
            return state.equals("undone");
        }

        public String name() {
            return Objects.requireNonNullElse(fileName, id);
        }
    }

    record ViewPage(List<View> items, @Nullable String next) {}

    record FieldChange(
            String field,
            @Nullable String of,
            @Nullable String before,
            @Nullable String after) {

        /** Whether its words are money. */
        public boolean isPrice() {
            return field.equals("variant.price");
        }
    }

    record Difference(
            String productId,
            String name,
            String producer,
            boolean isNew,
            List<Integer> rows,
            List<FieldChange> changes,
            List<String> superseded) {}

    record DifferencePage(List<Difference> items, @Nullable Integer next) {

        static final DifferencePage NONE = new DifferencePage(List.of(), null);
    }

    record Left(String productId, String name, List<String> changedSince, List<String> undoable, boolean settled) {}

    record LeftPage(List<Left> items, @Nullable String next) {

        static final LeftPage NONE = new LeftPage(List.of(), null);
    }
}
