package vn.ocopmarket.storefront.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of catalog-service.
 *
 * @param method such as {@code GET}
 * @param path with a placeholder for each of the variables, which are encoded
 * @param query names and values, which are encoded
 * @param content what is sent along, or null
 * @param revision the one that an edit was made from, or null
 */
public record Question(
        String method,
        String path,
        List<Object> variables,
        Map<String, String> query,
        @Nullable Content content,
        @Nullable Long revision) {

    public Question {
        variables = List.copyOf(variables);
        query = Map.copyOf(query);
    }

    /** @param value sent as JSON, or as it is when it is an array of bytes */
    public record Content(String type, Object value) {}

    public static Question get(String path, Object... variables) {
        return new Question("GET", path, List.of(variables), Map.of(), null, null);
    }

    public static Question post(String path, Object... variables) {
        return new Question("POST", path, List.of(variables), Map.of(), null, null);
    }

    public static Question put(String path, Object... variables) {
        return new Question("PUT", path, List.of(variables), Map.of(), null, null);
    }

    /** With one more parameter; with none when there is nothing to say. */
    public Question with(String name, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        var more = new LinkedHashMap<>(query);
        more.put(name, value.toString());
        return new Question(method, path, variables, more, content, revision);
    }

    public Question json(Object value) {
        return new Question(method, path, variables, query, new Content("application/json", value), revision);
    }

    public Question bytes(String type, byte[] value) {
        return new Question(method, path, variables, query, new Content(type, value), revision);
    }

    public Question from(long known) {
        return new Question(method, path, variables, query, content, known);
    }

    /** The path with its query as a template, whose placeholders {@link #values} fill. */
    public String template() {
        var template = new StringBuilder(path);
        var separator = '?';
        for (var name : query.keySet()) {
            template.append(separator).append(name).append("={").append(name).append('}');
            separator = '&';
        }
        return template.toString();
    }

    public Object[] values() {
        var values = new ArrayList<>(variables);
        values.addAll(query.values());
        return values.toArray();
    }
}
