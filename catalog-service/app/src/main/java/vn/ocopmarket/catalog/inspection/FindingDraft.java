package vn.ocopmarket.catalog.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.inspection.domain.Severity;
import vn.ocopmarket.catalog.inspection.domain.Subject;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/**
 * What an inspector writes down.
 *
 * @param key chosen by the caller before the first try, so that a second try finds the first
 * @param kind of what it is about
 * @param subject id of the producer, product or lot; a product's slug does as well
 */
public record FindingDraft(
        @Nullable String key,
        Subject.@Nullable Kind kind,
        @Nullable String subject,
        @Nullable String what,
        @Nullable String ground,
        @Nullable Severity severity,
        @Nullable LocalDate deadline) {

    private static final int LONGEST = 2_000;

    List<FieldError> errors(LocalDate today) {
        var errors = new ArrayList<FieldError>();
        need(errors, "key", key);
        need(errors, "subject", subject);
        need(errors, "what", what);
        need(errors, "ground", ground);
        if (kind == null) {
            errors.add(FieldError.of("kind", "required"));
        }
        if (severity == null) {
            errors.add(FieldError.of("severity", "required"));
        }
        if (deadline == null) {
            errors.add(FieldError.of("deadline", "required"));
        } else if (deadline.isBefore(today)) {
            errors.add(FieldError.of("deadline", "deadline-past"));
        }
        return errors;
    }

    static void need(List<FieldError> errors, String field, @Nullable String words) {
        if (words == null || words.isBlank()) {
            errors.add(FieldError.of(field, "required"));
        } else if (words.length() > LONGEST) {
            errors.add(FieldError.of(field, "too-long", LONGEST));
        }
    }
}
