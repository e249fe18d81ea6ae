package vn.ocopmarket.storefront.browse;

import java.util.List;

/**
 * What somebody who is still typing may mean.
 *
 * @param places provinces and communes with products for sale, by name
 * @param queries whole phrases that find something
 */
public record Suggestions(
        List<SuggestedProduct> products, List<SuggestedProducer> producers, List<String> places, List<String> queries) {

    public static final Suggestions NONE = new Suggestions(List.of(), List.of(), List.of(), List.of());

    public Suggestions {
        products = List.copyOf(products);
        producers = List.copyOf(producers);
        places = List.copyOf(places);
        queries = List.copyOf(queries);
    }

    /** A product by name. */
    public record SuggestedProduct(String id, String slug, String name) {}

    /** A producer by name. */
    public record SuggestedProducer(String id, String name) {}
}
