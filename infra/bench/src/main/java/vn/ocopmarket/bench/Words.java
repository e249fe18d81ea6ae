package vn.ocopmarket.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words that generated products are made of.
 *
 * @param nouns for each of the 26 product groups, in their order
 * @param makers names of producers
 * @param words of stories
 */
public record Words(
        List<List<String>> nouns,
        List<String> adjectives,
        List<String> makers,
        List<String> words,
        List<String> provinces) {

    /** Words of products of the programme. */
    public static Words ocop() {
        return read("ocop-words.json");
    }

    /** Words of a general shop, as in the catalogue that peers were measured with. */
    public static Words peers() {
        return read("peers-words.json");
    }

    private static Words read(String resource) {
        try (var content = Words.class.getResourceAsStream(resource)) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(content, resource), Words.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
