package vn.ocopmarket.bench;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reading answers. */
public final class Json {

    private Json() {}

    public static JsonNode tree(Connection.Answer answer) throws IOException {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("not JSON: " + answer.text(), e);
        }
    }

    public static String text(Connection.Answer answer, String field) throws IOException {
        return tree(answer).path(field).asString();
    }
}
