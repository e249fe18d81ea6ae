package vn.ocopmarket.catalog.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/**
 * What an officer says at the end of a recall.
 *
 * @param evidence in words
 * @param recovered units that came back, or null when they were not counted
 * @param destroyed units that were destroyed, or null
 * @param document SHA-256 of the evidence that was handed in before, or null
 */
public record ClosingDraft(
        @Nullable String evidence,
        @Nullable Long recovered,
        @Nullable Long destroyed,
        @Nullable String document) {

    private static final int LONGEST_TEXT = 2_000;

    List<FieldError> errors() {
        var errors = new ArrayList<FieldError>();
        if (evidence == null || evidence.isBlank() || evidence.length() > LONGEST_TEXT) {
            errors.add(FieldError.of("evidence", "required"));
        }
        if (recovered != null && recovered < 0) {
            errors.add(FieldError.of("recovered", "positive"));
        }
        if (destroyed != null && destroyed < 0) {
            errors.add(FieldError.of("destroyed", "positive"));
        }
        return errors;
    }
}
