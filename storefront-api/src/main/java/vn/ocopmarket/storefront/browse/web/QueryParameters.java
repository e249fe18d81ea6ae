package vn.ocopmarket.storefront.browse.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
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
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.pages.Problem;

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

    private static final int LONGEST_Q = 120;
    private static final int MOST_WORDS = 12;
    private static final int MOST_VALUES = 50;
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
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}./-]+");

    private final MultiValueMap<String, String> given;
    private final MessageSource messages;
    private final Locale locale;
    private final List<InvalidField> errors = new ArrayList<>();
    private Set<Facet> counted = Facet.USUAL;

    QueryParameters(MultiValueMap<String, String> given, MessageSource messages, Locale locale) {
        this.given = given;
        this.messages = messages;
        this.locale = locale;
    }

    /** Names that mean nothing here would silently find too much. */
    QueryParameters refusingOthers() {
        given.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> wrong(name, "invalid.unknown-parameter"));
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
                day(today),
                sort(),
                (int) number("limit", 1, ProductQuery.MOST, limit),
                one("cursor"),
                new Counted(facets(), words(typed("producerName"))),
                reading);
        refuseWhatIsWrong();
        return query;
    }

    /** The words alone, and nothing read out of them: who still types has not said all yet. */
    String typed() {
        var words = words(typed("q"));
        refuseWhatIsWrong();
        return words;
    }

    private void refuseWhatIsWrong() {
        if (!errors.isEmpty()) {
            throw Problem.of("invalid-request", 400).with("errors", errors);
        }
    }

    private String typed(String name) {
        var typed = one(name);
        if (typed != null && typed.length() > LONGEST_Q) {
            wrong(name, "invalid.too-long", LONGEST_Q);
            return "";
        }
        return typed == null ? "" : typed;
    }

    private static String words(String typed) {
        var words = NOT_WORDS
                .matcher(VietnameseText.canonical(typed))
                .replaceAll(" ")
                .strip();
        return Stream.of(words.split(" ")).limit(MOST_WORDS).collect(Collectors.joining(" "));
    }

    private Reading reading() {
        var literal = all("literal", LITERAL, "invalid.literal");
        var literally = Stream.of(Kind.values())
                .filter(kind -> literal.contains("all") || literal.contains(kind.parameter()))
                .collect(Collectors.toSet());
        return UNDERSTANDING.read(typed("q"), literally);
    }

    /** Several in one value, with commas between, or one each. */
    private Set<Facet> facets() {
        var asked = given.getOrDefault("facets", List.of()).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .filter(value -> !value.isBlank())
                .collect(Collectors.toSet());
        if (!asked.stream().allMatch(value -> FACETS.matcher(value).matches())) {
            wrong("facets", "invalid.facets");
        }
        if (asked.isEmpty()) {
            return counted;
        }
        return Stream.of(Facet.values())
                .filter(facet -> asked.contains("all") || asked.contains(facet.parameter()))
                .collect(Collectors.toSet());
    }

    /** What was said in words counts like a tick; a price that was given both ways is the one of the fields. */
    private Filters filters(Reading reading) {
        var least = price("minPrice");
        var most = price("maxPrice");
        if (least != null && most != null && least > most) {
            wrong("maxPrice", "invalid.price-order");
        }
        return new Filters(
                all("group", GROUP, "invalid.group"),
                union(
                        all("stars", STARS, "invalid.stars").stream().map(Integer::valueOf),
                        reading.all(Reading.Stars.class).flatMap(said -> said.stars().stream())),
                union(
                        all("province", PROVINCE, "invalid.province").stream(),
                        reading.all(Reading.Province.class).map(Reading.Province::code)),
                all("commune", COMMUNE, "invalid.commune"),
                all("producer", PRODUCER, "invalid.value"),
                least == null && most == null ? said(reading, Reading.Price::least) : least,
                least == null && most == null ? said(reading, Reading.Price::most) : most,
                flag("inStock") || reading.all(Reading.InStock.class).findAny().isPresent(),
                all("location", LOCATION, "invalid.value"),
                flag("traceable"),
                flag("gi"));
    }

    private static <T> Set<T> union(Stream<T> some, Stream<T> others) {
        return Stream.concat(some, others).collect(Collectors.toSet());
    }

    private static @Nullable Long said(Reading reading, Function<Reading.Price, @Nullable Long> end) {
        return reading.all(Reading.Price.class)
                .map(end)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private LocalDate day(LocalDate today) {
        var at = one("at");
        if (at == null) {
            return today;
        }
        try {
            return LocalDate.parse(at);
        } catch (DateTimeParseException _) {
            wrong("at", "invalid.date");
            return today;
        }
    }

    private Sort sort() {
        var asked = one("sort");
        if (asked == null) {
            return Sort.RELEVANCE;
        }
        for (var sort : Sort.values()) {
            if (sort.parameter().equals(asked)) {
                return sort;
            }
        }
        wrong("sort", "invalid.sort");
        return Sort.RELEVANCE;
    }

    private @Nullable Long price(String name) {
        return one(name) == null ? null : number(name, 0, 1_000_000_000_000L, 0);
    }

    private long number(String name, long least, long most, long otherwise) {
        var text = one(name);
        if (text == null) {
            return otherwise;
        }
        try {
            var number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        wrong(name, "invalid.number", least, most);
        return otherwise;
    }

    private boolean flag(String name) {
        var text = one(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            wrong(name, "invalid.flag");
        }
        return "true".equals(text);
    }

    private Set<String> all(String name, Pattern form, String key) {
        var values = given.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
        if (values.size() > MOST_VALUES
                || !values.stream().allMatch(value -> form.matcher(value).matches())) {
            wrong(name, key);
            return Set.of();
        }
        return values;
    }

    /** An empty value, as forms send it, is none. */
    private @Nullable String one(String name) {
        var values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            wrong(name, "invalid.repeated");
        }
        return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
    }

    private void wrong(String field, String key, Object... arguments) {
        var _ = errors.add(new InvalidField(field, messages.getMessage(key, arguments, locale)));
    }
}
