package vn.ocopmarket.stripedescription;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The calls of the API by method and path. */
final class Operations {

    private final Map<Pattern, JsonNode> byPath = new LinkedHashMap<>();

    Operations(JsonNode paths) {
        paths.properties()
                .forEach(path ->
                        byPath.put(Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+")), path.getValue()));
    }

    /** Missing when there is none. */
    JsonNode find(String method, String path) {
        return byPath.entrySet().stream()
                .filter(one -> one.getKey().matcher(path).matches())
                .map(one -> one.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** What may be given: the form of a POST, the query of a GET. */
    static JsonNode parameters(JsonNode operation) {
        var form = operation
                .path("requestBody")
                .path("content")
                .path("application/x-www-form-urlencoded")
                .path("schema");
        var schema = Documents.object().put("type", "object");
        var required = schema.putArray("required");
        var properties = schema.putObject("properties");
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("in").asString().equals("query")) {
                var name = parameter.path("name").asString();
                properties.set(name, parameter.path("schema"));
                if (parameter.path("required").asBoolean(false)) {
                    required.add(name);
                }
            }
        }
        return properties.isEmpty() ? form : schema.put("additionalProperties", false);
    }

    static JsonNode body(JsonNode answer) {
        return answer.path("content").path("application/json").path("schema");
    }
}
