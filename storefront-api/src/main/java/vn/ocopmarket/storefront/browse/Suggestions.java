package vn.ocopmarket.storefront.browse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody who is still typing may mean.
 *
 * @param places of today and of before from which something is for sale
 * @param queries whole phrases with which others found what they looked at
 */
public record Suggestions(
        List<SuggestedProduct> products,
        List<SuggestedProducer> producers,
        List<SuggestedPlace> places,
        List<String> queries) {

    public static final Suggestions NONE = new Suggestions(List.of(), List.of(), List.of(), List.of());

    public Suggestions {
        products = List.copyOf(products);
        producers = List.copyOf(producers);
        places = List.copyOf(places);
        queries = List.copyOf(queries);
    }

    /**
     * A product by name.
     *
     * @param group code of its group
     * @param forAdults whether it is shown to adults only
     */
    public record SuggestedProduct(String id, String slug, String name, String group, boolean forAdults) {}

    /** A producer by name. */
    public record SuggestedProducer(String id, String name) {}

    /**
     * A place by name.
     *
     * @param kind {@code province}, {@code commune}, {@code former-province}, {@code former-district} or
     *     {@code former-commune}
     * @param province that it is in today
     * @param parameters of the search that finds what comes from there
     */
    public record SuggestedPlace(String name, String kind, String province, Map<String, List<String>> parameters) {

        public SuggestedPlace {
            parameters = Map.copyOf(parameters);
        }

        /** Whether it is a name of before July 2025. */
        public boolean former() {
            return kind.startsWith("former-");
        }

        /** Where that search is shown. */
        public String address() {
            return parameters.entrySet().stream()
                    .flatMap(parameter -> parameter.getValue().stream()
                            .map(value -> parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                    .collect(Collectors.joining("&", "/search?", ""));
        }
    }
}
