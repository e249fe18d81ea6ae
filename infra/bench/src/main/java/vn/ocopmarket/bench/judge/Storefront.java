package vn.ocopmarket.bench.judge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.standalone.client.MarketApi;

/** A market's search as everybody uses it. */
final class Storefront {

    private static final int MOST = 100;

    private final MarketApi api = new MarketApi();
    private final SampleProducts products = SampleProducts.read();
    private final String address;

    Storefront(String address) {
        this.address = address;
    }

    /**
     * What was found.
     *
     * @param products by number, the first hundred in their order
     * @param names of the same
     */
    record Answer(long total, List<Integer> products, List<String> names) {

        static final Answer NOTHING = new Answer(0, List.of(), List.of());
    }

    Answer search(String words) {
        var answer = page(words, "");
        var cards =
                StreamSupport.stream(answer.path("items").spliterator(), false).toList();
        return new Answer(
                answer.path("total").path("value").asLong(),
                cards.stream().map(products::number).toList(),
                cards.stream().map(card -> card.path("name").asString()).toList());
    }

    /** The sample products that are for sale today. */
    Set<Integer> forSale() {
        var numbers = new HashSet<Integer>();
        var cursors = new ArrayList<>(List.of(""));
        while (!cursors.isEmpty()) {
            var page = page("", cursors.removeLast());
            page.path("items").forEach(card -> numbers.add(products.number(card)));
            if (page.path("next").isString()) {
                cursors.add(page.path("next").asString());
            }
        }
        numbers.remove(SampleProducts.UNKNOWN);
        return numbers;
    }

    private JsonNode page(String words, String cursor) {
        return api.get("%s/api/v1/products?limit=%d&q=%s&cursor=%s".formatted(address, MOST, encoded(words), cursor));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
