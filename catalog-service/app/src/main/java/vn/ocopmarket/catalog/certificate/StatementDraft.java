package vn.ocopmarket.catalog.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.product.Evidence;

/**
 * Who says that a certificate is so, as an officer writes it down.
 *
 * @param who the body, paper or person that said it
 * @param where an address on the web, or null
 * @param checkedOn today when it is left out
 */
public record StatementDraft(
        Evidence.@Nullable Kind kind,
        @Nullable String who,
        @Nullable String where,
        @Nullable LocalDate checkedOn) {

    private static final int LONGEST = 500;

    /** @param path before the names of the fields */
    public List<FieldError> errors(String path) {
        return Stream.of(
                        kind == null ? FieldError.of(path + "kind", "required") : null,
                        who == null || who.isBlank() ? FieldError.of(path + "who", "required") : null,
                        who != null && who.length() > LONGEST ? FieldError.of(path + "who", "too-long", LONGEST) : null,
                        where != null && !where.matches("https?://\\S{3," + LONGEST + "}")
                                ? FieldError.of(path + "where", "web-address", where)
                                : null)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** Only when there are no {@link #errors}. */
    public Evidence.Statement statement(Caller caller, LocalDate today) {
        return new Evidence.Statement(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(who).strip(),
                where,
                Objects.requireNonNullElse(checkedOn, today),
                caller.roles().contains("ADMINISTRATOR") ? "ADMINISTRATOR" : "OCOP_OFFICER");
    }
}
