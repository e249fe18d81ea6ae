package vn.ocopmarket.storefront.browse;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.browse.domain.Reading;
import vn.ocopmarket.storefront.browse.domain.Understanding;

/**
 * What somebody looks for among the products for sale. Values of one facet widen, different facets narrow.
 *
 * @param q words in any spelling, or empty
 * @param filters what was ticked
 * @param day on which it must be for sale, with its stars of that day
 * @param cursor where the page starts, as given with the page before, or null for the first
 * @param counted which facets are wanted with it
 * @param reading what was understood of the words that were typed
 */
public record ProductQuery(
        String q,
        Filters filters,
        LocalDate day,
        Sort sort,
        int limit,
        @Nullable String cursor,
        Counted counted,
        Reading reading) {

    public static final int MOST = 100;

    /** With the usual facets. */
    public ProductQuery(String q, Filters filters, LocalDate day, Sort sort, int limit, @Nullable String cursor) {
        this(q, filters, day, sort, limit, cursor, Counted.USUAL, Reading.literal(q));
    }

    /** Everything for sale on a day, the newest first. */
    public static ProductQuery everything(LocalDate day, int limit) {
        return new ProductQuery("", Filters.NONE, day, Sort.RELEVANCE, limit, null);
    }

    /** What somebody looks for who types this and ticks nothing; nothing is counted. */
    public static ProductQuery typed(String typed, LocalDate day, int limit) {
        var reading = Understanding.ofTables().read(typed, Set.of());
        return new ProductQuery(
                reading.words(),
                Filters.said(reading),
                day,
                Sort.RELEVANCE,
                limit,
                null,
                new Counted(Set.of(), ""),
                reading);
    }

    /** The same, but for what is counted. */
    public ProductQuery counting(Facet... facets) {
        return new ProductQuery(q, filters, day, sort, limit, cursor, new Counted(Set.of(facets), ""), reading);
    }

    /** What was ticked; empty sets and nulls ask for nothing. */
    public record Filters(
            Set<String> groups,
            Set<Integer> stars,
            Set<String> provinces,
            Set<String> communes,
            Set<String> producers,
            @Nullable Long minPrice,
            @Nullable Long maxPrice,
            boolean inStock,
            Set<String> locations,
            boolean traceable,
            boolean geographicalIndication) {

        public static final Filters NONE =
                new Filters(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, false);

        public Filters {
            groups = Set.copyOf(groups);
            stars = Set.copyOf(stars);
            provinces = Set.copyOf(provinces);
            communes = Set.copyOf(communes);
            producers = Set.copyOf(producers);
            locations = Set.copyOf(locations);
        }

        /** What was said in words, as if it were ticked. */
        static Filters said(Reading reading) {
            var price = reading.all(Reading.Price.class).findFirst().orElse(null);
            return new Filters(
                    Set.of(),
                    reading.all(Reading.Stars.class)
                            .flatMap(said -> said.stars().stream())
                            .collect(Collectors.toSet()),
                    reading.all(Reading.Province.class)
                            .map(Reading.Province::code)
                            .collect(Collectors.toSet()),
                    Set.of(),
                    Set.of(),
                    price == null ? null : price.least(),
                    price == null ? null : price.most(),
                    reading.all(Reading.InStock.class).findAny().isPresent());
        }

        /** Wherever it can be seen, traced or not, from whatever register. */
        public Filters(
                Set<String> groups,
                Set<Integer> stars,
                Set<String> provinces,
                Set<String> communes,
                Set<String> producers,
                @Nullable Long minPrice,
                @Nullable Long maxPrice,
                boolean inStock) {
            this(groups, stars, provinces, communes, producers, minPrice, maxPrice, inStock, Set.of(), false, false);
        }
    }

    /**
     * What is counted beside the hits; what nobody looks at costs nothing.
     *
     * @param producersLike first letters of words in the names of the producers that are listed, or empty for those that
     *     have most
     */
    public record Counted(Set<Facet> facets, String producersLike) {

        public static final Counted USUAL = new Counted(Facet.USUAL, "");

        public Counted {
            facets = Set.copyOf(facets);
        }
    }

    /** In which order; ties by id, so that pages never overlap. */
    public enum Sort {
        RELEVANCE("relevance"),
        PRICE("price"),
        PRICE_DOWN("-price"),
        NEWEST("newest"),
        STARS("stars");

        private final String parameter;

        Sort(String parameter) {
            this.parameter = parameter;
        }

        /** As in the query string. */
        public String parameter() {
            return parameter;
        }
    }
}
