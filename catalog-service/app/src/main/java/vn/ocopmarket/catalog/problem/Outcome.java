package vn.ocopmarket.catalog.problem;

import java.util.List;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** What came of a wish to write something. */
public sealed interface Outcome<T> {

    /** It is so now. */
    record Done<T>(T value) implements Outcome<T> {}

    /** There is nothing under that id. */
    record Unknown<T>() implements Outcome<T> {}

    /** The caller may not. */
    record Forbidden<T>() implements Outcome<T> {}

    /** It has changed since the caller read it. */
    record Stale<T>(long revision) implements Outcome<T> {}

    /** The value of a field belongs to something else already. */
    record Taken<T>(String field, String value) implements Outcome<T> {}

    /** Fields that cannot be as they are. */
    record Invalid<T>(List<FieldError> errors) implements Outcome<T> {

        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** The same refusal of another wish; not for {@link Done}. */
    static <T, U> Outcome<U> refused(Outcome<T> outcome) {
        return switch (outcome) {
            case Done<T> done -> throw new IllegalArgumentException("Not refused: " + done);
            case Unknown<T> _ -> new Unknown<>();
            case Forbidden<T> _ -> new Forbidden<>();
            case Stale<T>(var revision) -> new Stale<>(revision);
            case Taken<T>(var field, var value) -> new Taken<>(field, value);
            case Invalid<T>(var errors) -> new Invalid<>(errors);
        };
    }

    /** The value, or the problem that says why there is none. */
    static <T> T orProblem(Outcome<T> outcome) {
        return switch (outcome) {
            case Done<T>(var value) -> value;
            case Unknown<T> _ -> throw Problem.notFound();
            case Forbidden<T> _ -> throw Problem.of("forbidden", 403);
            case Stale<T>(var revision) -> throw Problem.of("stale", 412).with("revision", revision);
            case Taken<T>(var field, var value) ->
                throw Problem.of("already-taken", 409, value).with("field", field);
            case Invalid<T>(var errors) -> throw Problem.invalid(errors);
        };
    }
}
