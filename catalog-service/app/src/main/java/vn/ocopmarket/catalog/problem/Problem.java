package vn.ocopmarket.catalog.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal on its way out. Its words are the message bundle entries {@code problem.<type>.title} and {@code .detail}, its
 * page is {@code docs/problems/<type>.md}.
 */
public final class Problem extends RuntimeException {

    private final String type;
    private final int status;
    private final transient Object[] arguments;
    private final transient Map<String, Object> extras = new LinkedHashMap<>();

    private Problem(String type, int status, Object... arguments) {
        super(type, null, false, false);
        this.type = type;
        this.status = status;
        this.arguments = arguments.clone();
    }

    /** @param arguments for the placeholders of the detail */
    public static Problem of(String type, int status, Object... arguments) {
        return new Problem(type, status, arguments);
    }

    public static Problem notFound() {
        return of("not-found", 404);
    }

    /** A body or parameter that cannot be used, field by field. */
    public static Problem invalid(List<FieldError> errors) {
        return of("invalid-request", 400).with("errors", errors);
    }

    /** Adds what a client needs to act. */
    public Problem with(String name, Object value) {
        extras.put(name, value);
        return this;
    }

    public String type() {
        return type;
    }

    public int status() {
        return status;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public Map<String, Object> extras() {
        return extras;
    }

    /**
     * What is wrong with one field.
     *
     * @param field its path, such as {@code variants[0].gtin}
     * @param code names the message bundle entry {@code field.<code>}
     * @param arguments for its placeholders
     */
    public record FieldError(String field, String code, List<Object> arguments) {

        public FieldError {
            arguments = List.copyOf(arguments);
        }

        public static FieldError of(String field, String code, Object... arguments) {
            return new FieldError(field, code, List.of(arguments));
        }
    }
}
