package vn.ocopmarket.stripesimulator.ledger;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The one mapper, and the few things done with trees everywhere. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    static ObjectNode readObject(byte[] json) {
        return MAPPER.readValue(json, ObjectNode.class);
    }

    /** @throws tools.jackson.core.JacksonException when it is not an object */
    public static ObjectNode readObject(String text) {
        return MAPPER.readValue(text, ObjectNode.class);
    }

    public static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    public static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
