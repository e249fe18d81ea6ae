package vn.ocopmarket.storefront.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a caller is told when a request cannot be done (RFC 9457). Its words are the bundle entries
 * {@code problem.<type>.title} and {@code problem.<type>.detail}; browsers get the same as a page.
 */
public final class Problem extends RuntimeException {

    private final String type;
    private final int status;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> fields = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private Problem(String type, int status, List<Object> arguments) {
        // Refusals are answers, not faults: nobody reads their stack.
        super(type, null, false, false);
        this.type = type;
        this.status = status;
        this.arguments = arguments;
    }

    /**
     * @param type in kebab case, the name of its page in {@code docs/problems}
     * @param arguments for the placeholders of its detail
     */
    public static Problem of(String type, int status, Object... arguments) {
        return new Problem(type, status, List.of(arguments));
    }

    /** Adds a field that a client needs to act on it; returns itself. */
    public Problem with(String field, Object value) {
        var _ = fields.put(field, value);
        return this;
    }

    /** Adds a response header, such as {@code Retry-After}; returns itself. */
    public Problem header(String name, String value) {
        var _ = headers.put(name, value);
        return this;
    }

    public String type() {
        return type;
    }

    public int status() {
        return status;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public Map<String, Object> fields() {
        return fields;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
