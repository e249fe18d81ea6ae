package vn.ocopmarket.catalog.stamp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.stamp.domain.Batch;
import vn.ocopmarket.catalog.stamp.domain.Imprint;
import vn.ocopmarket.catalog.stamp.domain.Printing;
import vn.ocopmarket.catalog.stamp.domain.Span;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * What an officer says of a new batch.
 *
 * @param province name or code
 * @param series what stands before the digits on each stamp
 * @param first the digits of the first stamp, with the noughts before them
 * @param last as many digits, those of the last stamp
 * @param issuer the office, as it stands on the stamps
 * @param order number of the decision or of the order
 */
public record BatchDraft(
        @Nullable String province,
        @Nullable String series,
        @Nullable String first,
        @Nullable String last,
        @Nullable LocalDate printedOn,
        @Nullable String issuer,
        @Nullable String order,
        @Nullable String design) {

    private static final String DIGITS = "[0-9]{1,12}";
    private static final int LONGEST = 200;
    private static final long MOST_STAMPS = 10_000_000;

    List<FieldError> errors(LocalDate today) {
        var errors = new ArrayList<FieldError>();
        for (var field : List.of("series", "first", "last", "issuer", "order")) {
            var said = said(field);
            if (said.isEmpty()) {
                errors.add(FieldError.of(field, "required"));
            } else if (said.length() > LONGEST) {
                errors.add(FieldError.of(field, "too-long", LONGEST));
            }
        }
        if (said("design").length() > LONGEST) {
            errors.add(FieldError.of("design", "too-long", LONGEST));
        }
        if (printedOn == null) {
            errors.add(FieldError.of("printedOn", "required"));
        } else if (printedOn.isAfter(today)) {
            errors.add(FieldError.of("printedOn", "day-to-come"));
        }
        if (errors.isEmpty()) {
            numberErrors(errors);
        }
        return errors;
    }

    private void numberErrors(List<FieldError> errors) {
        var from = said("first");
        var to = said("last");
        if (!from.matches(DIGITS)) {
            errors.add(FieldError.of("first", "stamp-digits"));
        } else if (!to.matches(DIGITS) || to.length() != from.length()) {
            errors.add(FieldError.of("last", "stamp-digits-alike", from.length()));
        } else if (Long.parseLong(to) < Long.parseLong(from)) {
            errors.add(FieldError.of("last", "stamp-backwards"));
        } else if (Long.parseLong(to) - Long.parseLong(from) >= MOST_STAMPS) {
            errors.add(FieldError.of("last", "stamp-too-many", MOST_STAMPS));
        } else if (Imprint.of(said("series"), from.length()).isEmpty()) {
            errors.add(FieldError.of("series", "stamp-series"));
        }
    }

    /** The batch it describes; it must have no errors. */
    Batch batch(String id, String provinceCode) {
        return new Batch(
                id,
                1,
                provinceCode,
                imprint(),
                span(),
                new Printing(said("issuer"), said("order"), said("design"), Objects.requireNonNull(printedOn)),
                List.of(),
                List.of());
    }

    Imprint imprint() {
        return Imprint.of(said("series"), said("first").length()).orElseThrow();
    }

    Span span() {
        return new Span(Long.parseLong(said("first")), Long.parseLong(said("last")));
    }

    private String said(String field) {
        var value = switch (field) {
            case "series" -> series;
            case "first" -> first;
            case "last" -> last;
            case "issuer" -> issuer;
            case "order" -> order;
            default -> design;
        };
        return value == null ? "" : VietnameseText.canonical(value);
    }
}
