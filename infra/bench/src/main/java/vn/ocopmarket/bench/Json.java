package vn.ocopmarket.bench;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reading answers. */
final class Json {

    private Json() {}

    static JsonNode tree(Connection.Answer answer) throws IOException {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("not JSON: " + answer.text(), e);
        }
    }

    static String text(Connection.Answer answer, String field) throws IOException {
        return tree(answer).path(field).asString();
    }
}
