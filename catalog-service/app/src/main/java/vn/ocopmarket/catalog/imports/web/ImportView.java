package vn.ocopmarket.catalog.imports.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as its officer sees it.
 *
 * @param state {@code queued}, {@code running}, {@code done} or {@code failed}
 * @param rows read so far
 * @param errors the first of them; the rest under {@code …/errors}
 * @param warnings about rows that are in, but worth a look
 * @param failure why the file could not be read to its end, or null
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
        @Nullable Instant finishedAt) {

    /** What is to be said about one field of one row. */
    record Issue(int row, String field, String message) {}

    /** More errors; {@code next} is the cursor of those that follow. */
    record IssuePage(List<Issue> items, @Nullable Integer next) {}
}
