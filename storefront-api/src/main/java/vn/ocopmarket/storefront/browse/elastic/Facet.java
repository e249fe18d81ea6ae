package vn.ocopmarket.storefront.browse.elastic;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;

/** The facets: what each one's ticks mean, and how its values are counted. */
enum Facet {
    GROUP("group") {
        @Override
        Optional<Map<String, Object>> filter(Filters ticked, LocalDate day) {
            return ticked.groups().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Clauses.terms("groupCode", ticked.groups()));
        }

        @Override
        Map<String, Object> counting(LocalDate day) {
            return Map.of("terms", Map.of("field", "groupCode", "size", 40));
        }
    },
    STARS("stars") {
        @Override
        Optional<Map<String, Object>> filter(Filters ticked, LocalDate day) {
            return ticked.stars().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Clauses.any(ticked.stars().stream()
                            .sorted()
                            .map(stars -> Clauses.contains(starsField(stars), day))
                            .toList()));
        }

        @Override
        Map<String, Object> counting(LocalDate day) {
            return Map.of(
                    "filters",
                    Map.of(
                            "filters",
                            Map.of(
                                    "5", Clauses.contains(starsField(5), day),
                                    "4", Clauses.contains(starsField(4), day),
                                    "3", Clauses.contains(starsField(3), day))));
        }
    },
    PROVINCE("province") {
        @Override
        Optional<Map<String, Object>> filter(Filters ticked, LocalDate day) {
            return ticked.provinces().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Clauses.terms("provinceCode", ticked.provinces()));
        }

        @Override
        Map<String, Object> counting(LocalDate day) {
            return Map.of("terms", Map.of("field", "provinceCode", "size", 64));
        }
    },
    PRICE("price") {
        @Override
        Optional<Map<String, Object>> filter(Filters ticked, LocalDate day) {
            return ticked.minPrice() == null && ticked.maxPrice() == null
                    ? Optional.empty()
                    : Optional.of(Clauses.between("minPrice", ticked.minPrice(), ticked.maxPrice()));
        }

        @Override
        Map<String, Object> counting(LocalDate day) {
            return Map.of("range", Map.of("field", "minPrice", "ranges", PRICE_RANGES));
        }
    },
    IN_STOCK("inStock") {
        @Override
        Optional<Map<String, Object>> filter(Filters ticked, LocalDate day) {
            return ticked.inStock() ? Optional.of(Clauses.term("inStock", true)) : Optional.empty();
        }

        @Override
        Map<String, Object> counting(LocalDate day) {
            return Map.of("filters", Map.of("filters", Map.of("true", Clauses.term("inStock", true))));
        }
    };

    /** Prices are whole dong, so a range that ends before 50,000 includes 49,999. */
    private static final List<Map<String, Object>> PRICE_RANGES = Stream.of(
                    range("0", "49999"),
                    range("50000", "99999"),
                    range("100000", "199999"),
                    range("200000", "499999"),
                    Map.<String, Object>of("key", "500000-", "from", 500_000))
            .toList();

    private final String parameter;

    Facet(String parameter) {
        this.parameter = parameter;
    }

    /** What the ticks ask for; empty when nothing is ticked. */
    abstract Optional<Map<String, Object>> filter(Filters ticked, LocalDate day);

    abstract Map<String, Object> counting(LocalDate day);

    String parameter() {
        return parameter;
    }

    static String starsField(int stars) {
        return switch (stars) {
            case 3 -> "threeStars";
            case 4 -> "fourStars";
            case 5 -> "fiveStars";
            default -> throw new IllegalArgumentException("No product has " + stars + " stars");
        };
    }

    private static Map<String, Object> range(String least, String most) {
        return Map.of("key", least + "-" + most, "from", Long.parseLong(least), "to", Long.parseLong(most) + 1);
    }
}
