package vn.ocopmarket.testing;

import java.util.Map.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A generated description of an API as it is kept, the same whenever it is generated again. */
public final class OpenApiText {

    private static final JsonMapper JSON = new JsonMapper();

    private OpenApiText() {}

    /** With its schemas in the order of their names: which of them comes first is otherwise chance. */
    public static String of(JsonNode description) {
        var components = (ObjectNode) description.required("components");
        var sorted = JSON.createObjectNode();
        components
                .required("schemas")
                .propertyStream()
                .sorted(Entry.comparingByKey())
                .forEach(schema -> sorted.set(schema.getKey(), schema.getValue()));
        components.set("schemas", sorted);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(description) + "\n";
    }
}
