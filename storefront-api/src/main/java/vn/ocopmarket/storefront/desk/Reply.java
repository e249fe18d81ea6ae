package vn.ocopmarket.storefront.desk;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.pages.Problem;

/** What catalog-service answered. */
public sealed interface Reply<T> {

    /** It is so. */
    record Given<T>(T value) implements Reply<T> {}

    /**
     * It is not done, and the words, in the asker's language, say why.
     *
     * @param type name of the problem, such as {@code stale}
     * @param errors field by field; may be empty
     */
    record Refused<T>(int status, String type, String title, String detail, List<InvalidField> errors)
            implements Reply<T> {

        public Refused {
            errors = List.copyOf(errors);
        }

        /** What is wrong with a field, or null. */
        public @Nullable String error(String field) {
            return errors.stream()
                    .filter(error -> error.field().equals(field))
                    .map(InvalidField::message)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The answer made into another; a refusal stays as it is. */
    default <U> Reply<U> map(Function<T, U> change) {
        return switch (this) {
            case Given<T>(var value) -> new Given<>(change.apply(value));
            case Refused<T> refused -> refusal(refused);
        };
    }

    /** The answer; for pages that cannot be shown without, the refusal becomes the problem that the reader gets. */
    default T orProblem() {
        return switch (this) {
            case Given<T>(var value) -> value;
            case Refused<T> refused ->
                throw Problem.of(refused.type(), refused.status()).with("errors", refused.errors());
        };
    }

    private static <T, U> Refused<U> refusal(Refused<T> of) {
        return new Refused<>(of.status(), of.type(), of.title(), of.detail(), of.errors());
    }
}
