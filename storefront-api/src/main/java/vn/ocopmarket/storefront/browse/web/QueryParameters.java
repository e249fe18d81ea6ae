package vn.ocopmarket.storefront.browse.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.util.MultiValueMap;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.Facet;
import vn.ocopmarket.storefront.browse.ProductQuery;
import vn.ocopmarket.storefront.browse.ProductQuery.Counted;
import vn.ocopmarket.storefront.browse.ProductQuery.Filters;
import vn.ocopmarket.storefront.browse.ProductQuery.Sort;
import vn.ocopmarket.storefront.browse.domain.Reading;
import vn.ocopmarket.storefront.browse.domain.Reading.Kind;
import vn.ocopmarket.storefront.browse.domain.Understanding;

/** Reads a search from its query string, and collects everything that is wrong with it instead of the first thing only. */
final class QueryParameters {

    private static final Set<String> KNOWN = Set.of(
            "q",
            "group",
            "stars",
            "province",
            "commune",
            "producer",
            "minPrice",
            "maxPrice",
            "inStock",
            "at",
            "sort",
            "limit",
            "cursor",
            "location",
            "traceable",
            "gi",
            "facets",
            "producerName",
            "literal");

    private static final int MOST_WORDS = 12;
    private static final Pattern GROUP = Pattern.compile("\\d{2}|I|II|III|IV|V|VI|0");
    private static final Pattern PROVINCE = Pattern.compile("\\d{2}");
    private static final Pattern COMMUNE = Pattern.compile("\\d{5}");
    private static final Pattern PRODUCER = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Pattern LOCATION = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");
    private static final Pattern FACETS = Pattern.compile(
            Stream.concat(Stream.of("none", "all"), Stream.of(Facet.values()).map(Facet::parameter))
                    .collect(Collectors.joining("|")));
    private static final Pattern LITERAL = Pattern.compile(
            Stream.concat(Stream.of("all"), Stream.of(Kind.values()).map(Kind::parameter))
                    .collect(Collectors.joining("|")));
    private static final Understanding UNDERSTANDING = Understanding.ofTables();
    private static final Pattern STARS = Pattern.compile("[345]");
    private static final Pattern A_LETTER = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}./-]+");

    private final GivenParameters given;
    private Set<Facet> counted = Facet.USUAL;

    QueryParameters(MultiValueMap<String, String> given, MessageSource messages, Locale locale) {
        this.given = new GivenParameters(given, messages, locale);
    }

    /** Names that mean nothing here would silently find too much. */
    QueryParameters refusingOthers() {
        given.names().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> given.wrong(name, "invalid.unknown-parameter"));
        return this;
    }

    /** Wants other facets than the usual ones for whoever does not say. */
    QueryParameters counting(Set<Facet> facets) {
        this.counted = facets;
        return this;
    }

    ProductQuery query(LocalDate today, int limit) {
        var reading = reading();
        var query = new ProductQuery(
                words(reading.words()),
                filters(reading),
                given.day(today),
                sort(),
                (int) given.number("limit", 1, ProductQuery.MOST, limit),
                given.one("cursor"),
                new Counted(facets(), words(given.text("producerName"))),
                reading);
        given.refuseWhatIsWrong();
        return query;
    }

    /** The words alone, and nothing read out of them: who still types has not said all yet. */
    String typed() {
        var words = words(given.text("q"));
        given.refuseWhatIsWrong();
        return words;
    }

    private static String words(String typed) {
        var words = NOT_WORDS
                .matcher(VietnameseText.canonical(typed))
                .replaceAll(" ")
                .strip();
        return A_LETTER.matcher(words).find()
                ? Stream.of(words.split(" ")).limit(MOST_WORDS).collect(Collectors.joining(" "))
                : "";
    }

    private Reading reading() {
        var literal = given.all("literal", LITERAL, "invalid.literal");
        var literally = Stream.of(Kind.values())
                .filter(kind -> literal.contains("all") || literal.contains(kind.parameter()))
                .collect(Collectors.toSet());
        return UNDERSTANDING.read(given.text("q"), literally);
    }

    /** Several in one value, with commas between, or one each. */
    private Set<Facet> facets() {
        var asked = given.values("facets").stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .filter(value -> !value.isBlank())
                .collect(Collectors.toSet());
        if (!asked.stream().allMatch(value -> FACETS.matcher(value).matches())) {
            given.wrong("facets", "invalid.facets");
        }
        if (asked.isEmpty()) {
            return counted;
        }
        return Stream.of(Facet.values())
                .filter(facet -> asked.contains("all") || asked.contains(facet.parameter()))
                .collect(Collectors.toSet());
    }

    /** What was said in words counts like a tick, unless something was ticked or typed for the same. */
    private Filters filters(Reading reading) {
        var least = price("minPrice");
        var most = price("maxPrice");
        if (least != null && most != null && least > most) {
            given.wrong("maxPrice", "invalid.price-order");
        }
        return new Filters(
                given.all("group", GROUP, "invalid.group"),
                orSaid(
                        given.all("stars", STARS, "invalid.stars").stream().map(Integer::valueOf),
                        reading.all(Reading.Stars.class).flatMap(said -> said.stars().stream())),
                orSaid(
                        given.all("province", PROVINCE, "invalid.province").stream(),
                        reading.all(Reading.Province.class).map(Reading.Province::code)),
                given.all("commune", COMMUNE, "invalid.commune"),
                given.all("producer", PRODUCER, "invalid.value"),
                least == null && most == null ? said(reading, Reading.Price::least) : least,
                least == null && most == null ? said(reading, Reading.Price::most) : most,
                given.flag("inStock")
                        || reading.all(Reading.InStock.class).findAny().isPresent(),
                given.all("location", LOCATION, "invalid.value"),
                given.flag("traceable"),
                given.flag("gi"));
    }

    private static <T> Set<T> orSaid(Stream<T> ticked, Stream<T> said) {
        var values = ticked.collect(Collectors.toSet());
        return values.isEmpty() ? said.collect(Collectors.toSet()) : values;
    }

    private static @Nullable Long said(Reading reading, Function<Reading.Price, @Nullable Long> end) {
        return reading.all(Reading.Price.class)
                .map(end)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Sort sort() {
        var asked = given.one("sort");
        if (asked == null) {
            return Sort.RELEVANCE;
        }
        for (var sort : Sort.values()) {
            if (sort.parameter().equals(asked)) {
                return sort;
            }
        }
        given.wrong("sort", "invalid.sort");
        return Sort.RELEVANCE;
    }

    private @Nullable Long price(String name) {
        return given.one(name) == null ? null : given.number(name, 0, 1_000_000_000_000L, 0);
    }
}
