package vn.ocopmarket.catalog.stamp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.stamp.domain.Batch;
import vn.ocopmarket.catalog.stamp.domain.Span;

/**
 * Reads which stamps of a batch somebody means, who writes their digits or their whole numbers.
 *
 * @param span null when there are errors
 */
record ReadNumbers(@Nullable Span span, List<FieldError> errors) {

    private static final int LONGEST = 1_000;

    /** One number when the last is not said. */
    static ReadNumbers of(Batch batch, @Nullable String first, @Nullable String last) {
        var errors = new ArrayList<FieldError>();
        var from = read(batch, "first", first, errors);
        var to = last == null || last.isBlank() ? from : read(batch, "last", last, errors);
        if (from.isPresent() && to.isPresent() && to.getAsLong() < from.getAsLong()) {
            errors.add(FieldError.of("last", "stamp-backwards"));
        }
        return errors.isEmpty()
                ? new ReadNumbers(new Span(from.orElseThrow(), to.orElseThrow()), errors)
                : new ReadNumbers(null, errors);
    }

    /** As they are printed. */
    static String written(Batch batch, Span span) {
        var first = batch.imprint().written(span.first());
        return span.count() == 1 ? first : first + " – " + batch.imprint().written(span.last());
    }

    /** Fields that have to be said, in that many letters at most. */
    static void need(List<FieldError> errors, String field, @Nullable String words) {
        if (words == null || words.isBlank()) {
            errors.add(FieldError.of(field, "required"));
        } else if (words.length() > LONGEST) {
            errors.add(FieldError.of(field, "too-long", LONGEST));
        }
    }

    /** A day that has come, and on which there was the batch. */
    static void day(List<FieldError> errors, Batch batch, LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            errors.add(FieldError.of("on", "day-to-come"));
        } else if (on.isBefore(batch.printing().on())) {
            errors.add(FieldError.of("on", "stamp-before-print"));
        }
    }

    private static OptionalLong read(Batch batch, String field, @Nullable String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            errors.add(FieldError.of(field, "required"));
            return OptionalLong.empty();
        }
        var number = batch.imprint().read(text);
        if (number.isEmpty()) {
            errors.add(FieldError.of(
                    field, "stamp-number", batch.imprint().written(batch.span().first())));
        }
        return number;
    }
}
