package vn.ocopmarket.bench.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.standalone.Standalone;

/** The real products that the sample market is made of: a hit is told by its name and its producer. */
final class SampleProducts {

    /** Of a product that is not of the sample market. */
    static final int UNKNOWN = -1;

    private final Map<String, Integer> numbers;

    private SampleProducts(Map<String, Integer> numbers) {
        this.numbers = numbers;
    }

    static SampleProducts read() {
        var numbers = new HashMap<String, Integer>();
        try (var content = Standalone.class.getResourceAsStream("sample/products.json")) {
            JsonMapper.shared()
                    .readTree(Objects.requireNonNull(content, "products.json"))
                    .path("products")
                    .forEach(product -> numbers.put(
                            key(text(product, "product"), text(product, "producer")),
                            product.path("id").asInt()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SampleProducts(numbers);
    }

    /** Of a card of the search. */
    int number(JsonNode card) {
        return numbers.getOrDefault(key(text(card, "name"), text(card.path("producer"), "name")), UNKNOWN);
    }

    boolean has(int number) {
        return numbers.containsValue(number);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    private static String key(String product, String producer) {
        return Normalizer.normalize(product + "\n" + producer, Normalizer.Form.NFC);
    }
}
