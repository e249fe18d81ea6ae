package vn.ocopmarket.stripedescription;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON in and out. */
final class Documents {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private Documents() {}

    /** A file beside this class. */
    static ObjectNode read(String name) {
        try (var stream = Objects.requireNonNull(Documents.class.getResourceAsStream(name))) {
            return (ObjectNode) JSON.readTree(stream);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    static JsonNode parse(String text) {
        return JSON.readTree(text);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
