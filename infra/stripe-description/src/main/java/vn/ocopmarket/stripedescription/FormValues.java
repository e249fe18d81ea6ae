package vn.ocopmarket.stripedescription;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives the texts of a form the types that a schema wants; what does not fit stays a text, and is refused as one. */
final class FormValues {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    private final Schemas schemas;

    FormValues(Schemas schemas) {
        this.schemas = schemas;
    }

    JsonNode typed(JsonNode raw, JsonNode wanted) {
        var schema = schemas.resolved(wanted);
        if (schema.has("anyOf")) {
            return typedAsOneOf(raw, schema.path("anyOf"));
        }
        return switch (schema.path("type").asString("")) {
            case "integer" -> WHOLE.matcher(raw.asString("")).matches() ? LongNode.valueOf(raw.asLong()) : raw;
            case "boolean" ->
                isBoolean(raw) ? BooleanNode.valueOf(raw.asString("").equals("true")) : raw;
            case "array" -> raw.isObject() ? list((ObjectNode) raw, schema.path("items")) : raw;
            case "object" -> raw.isObject() ? object((ObjectNode) raw, schema) : raw;
            default -> raw;
        };
    }

    private static boolean isBoolean(JsonNode raw) {
        return raw.asString("").equals("true") || raw.asString("").equals("false");
    }

    /** The first alternative that makes something else of it. */
    private JsonNode typedAsOneOf(JsonNode raw, JsonNode alternatives) {
        for (var alternative : alternatives) {
            var typed = typed(raw, alternative);
            if (typed != raw) {
                return typed;
            }
        }
        return raw;
    }

    private JsonNode list(ObjectNode raw, JsonNode items) {
        var list = Documents.JSON.createArrayNode();
        for (int index = 0; raw.has(Integer.toString(index)); index++) {
            list.add(typed(raw.path(Integer.toString(index)), items));
        }
        return list.size() == raw.size() ? list : raw;
    }

    private ObjectNode object(ObjectNode raw, JsonNode schema) {
        var object = Documents.object();
        raw.properties()
                .forEach(field -> object.set(
                        field.getKey(),
                        typed(field.getValue(), schema.path("properties").path(field.getKey()))));
        return object;
    }
}
