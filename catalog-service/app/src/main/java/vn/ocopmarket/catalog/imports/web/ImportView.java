package vn.ocopmarket.catalog.imports.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as its officer sees it.
 *
 * @param state {@code queued}, {@code running}, {@code done} or {@code failed}; {@code previewed} and {@code applying} of one
 *     that is looked through first; {@code undoing} and {@code undone}
 * @param rows read so far
 * @param errors the first of them; the rest under {@code …/errors}
 * @param warnings about rows that are in, but worth a look
 * @param failure why the file could not be read to its end, or null
 * @param who brought it
 * @param preview what it would change, in products, or null
 * @param undo how it is taken back, or null
 */
record ImportView(
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

    /** In products: new, changed, unchanged, and those that lose a certificate to a newer one. */
    record Preview(@JsonProperty("new") long fresh, long changed, long unchanged, long superseding) {}

    /** In products: as before, gone again, and left as others have changed them since. */
    record Undo(String who, String reason, Instant at, int restored, int removed, int left) {}

    /** More imports; {@code next} is the cursor of those that follow. */
    record ImportPage(List<ImportView> items, @Nullable String next) {}

    /** What is to be said about one field of one row. */
    record Issue(int row, String field, String message) {}

    /** More errors; {@code next} is the cursor of those that follow. */
    record IssuePage(List<Issue> items, @Nullable Integer next) {}
}
