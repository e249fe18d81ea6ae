package vn.ocopmarket.storefront.browse.elastic;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.ocopmarket.storefront.browse.Facet;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;

/** What the ticks of each facet mean to Elasticsearch, and how its values are counted. */
final class FacetQueries {

    /** More than there are groups, provinces, communes or showrooms: what is not cut off is counted exactly. */
    private static final int ALL = 4_000;

    private static final int TOP_PRODUCERS = 10;

    /** Of the producers of every shard, so that the first ten are the first ten also where there are many shards. */
    private static final int PRODUCERS_LOOKED_AT = 1_000;

    /** Prices are whole dong, so a range that ends before 50,000 includes 49,999. */
    private static final List<Map<String, Object>> PRICE_RANGES = Stream.of(
                    range("0", "49999"),
                    range("50000", "99999"),
                    range("100000", "199999"),
                    range("200000", "499999"),
                    Map.<String, Object>of("key", "500000-", "from", 500_000))
            .toList();

    private FacetQueries() {}

    /** What the ticks ask for; empty when nothing is ticked. */
    static Optional<Map<String, Object>> filter(Facet facet, Filters ticked, LocalDate day) {
        return switch (facet) {
            case BRANCH -> Optional.empty();
            case GROUP -> groups(ticked.groups());
            case STARS -> stars(ticked.stars(), day);
            case PROVINCE -> terms("provinceCode", ticked.provinces());
            case COMMUNE -> terms("communeCode", ticked.communes());
            case PRICE ->
                ticked.minPrice() == null && ticked.maxPrice() == null
                        ? Optional.empty()
                        : Optional.of(Clauses.between("minPrice", ticked.minPrice(), ticked.maxPrice()));
            case PRODUCER -> terms("producerId", ticked.producers());
            case IN_STOCK -> flag(ticked.inStock(), IN_STOCK);
            case LOCATION -> terms("locations", ticked.locations());
            case TRACEABLE -> flag(ticked.traceable(), TRACEABLE);
            case GEOGRAPHICAL_INDICATION ->
                flag(ticked.geographicalIndication(), Clauses.contains("geographicalIndication", day));
        };
    }

    private static final Map<String, Object> IN_STOCK = Clauses.term("inStock", true);
    private static final Map<String, Object> TRACEABLE = Clauses.term("traceable", true);

    static Map<String, Object> counting(Facet facet, LocalDate day) {
        return switch (facet) {
            case BRANCH -> values("branchCode");
            case GROUP -> values("groupCode");
            case STARS -> stars(day);
            case PROVINCE -> values("provinceCode");
            case COMMUNE -> named(Map.of("field", "communeCode", "size", ALL), "communeName");
            case PRICE -> Map.of("range", Map.of("field", "minPrice", "ranges", PRICE_RANGES));
            case PRODUCER ->
                named(
                        Map.of("field", "producerId", "size", TOP_PRODUCERS, "shard_size", PRODUCERS_LOOKED_AT),
                        "producerName.keyword");
            case IN_STOCK -> yes(IN_STOCK);
            case LOCATION -> values("locations");
            case TRACEABLE -> yes(TRACEABLE);
            case GEOGRAPHICAL_INDICATION -> yes(Clauses.contains("geographicalIndication", day));
        };
    }

    /** The ticked ones, whether they are among the first or not. */
    static Map<String, Object> countingTicked(Set<String> producers) {
        return named(
                Map.of("field", "producerId", "size", producers.size(), "include", List.copyOf(producers)),
                "producerName.keyword");
    }

    static String starsField(int stars) {
        return switch (stars) {
            case 3 -> "threeStars";
            case 4 -> "fourStars";
            case 5 -> "fiveStars";
            default -> throw new IllegalArgumentException("No product has " + stars + " stars");
        };
    }

    /** A branch stands for all of its groups, and for what is in no group of it. */
    private static Optional<Map<String, Object>> groups(Set<String> codes) {
        if (codes.isEmpty()) {
            return Optional.empty();
        }
        var branches = codes.stream().filter(FacetQueries::isBranch).toList();
        var groups = codes.stream().filter(code -> !isBranch(code)).toList();
        return Optional.of(Clauses.any(Stream.of(terms("branchCode", branches), terms("groupCode", groups))
                .flatMap(Optional::stream)
                .toList()));
    }

    static boolean isBranch(String code) {
        return !Character.isDigit(code.charAt(code.length() - 1)) || code.length() == 1;
    }

    private static Optional<Map<String, Object>> stars(Set<Integer> stars, LocalDate day) {
        return stars.isEmpty()
                ? Optional.empty()
                : Optional.of(Clauses.any(stars.stream()
                        .sorted()
                        .map(number -> Clauses.contains(starsField(number), day))
                        .toList()));
    }

    private static Map<String, Object> stars(LocalDate day) {
        return Map.of(
                "filters",
                Map.of(
                        "filters",
                        Map.of(
                                "5", Clauses.contains(starsField(5), day),
                                "4", Clauses.contains(starsField(4), day),
                                "3", Clauses.contains(starsField(3), day))));
    }

    private static Optional<Map<String, Object>> terms(String field, java.util.Collection<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(Clauses.terms(field, values));
    }

    private static Optional<Map<String, Object>> flag(boolean ticked, Map<String, Object> filter) {
        return ticked ? Optional.of(filter) : Optional.empty();
    }

    private static Map<String, Object> values(String field) {
        return Map.of("terms", Map.of("field", field, "size", ALL));
    }

    private static Map<String, Object> named(Map<String, Object> terms, String nameField) {
        return Map.of("terms", terms, "aggs", Map.of("name", Map.of("terms", Map.of("field", nameField, "size", 1))));
    }

    private static Map<String, Object> yes(Map<String, Object> filter) {
        return Map.of("filters", Map.of("filters", Map.of("true", filter)));
    }

    private static Map<String, Object> range(String least, String most) {
        return Map.of("key", least + "-" + most, "from", Long.parseLong(least), "to", Long.parseLong(most) + 1);
    }
}
