package vn.ocopmarket.storefront.browse.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.web.SearchView.UnderstoodView;
import vn.ocopmarket.storefront.browse.web.SearchView.ValueView;

/**
 * What the search page shows around the products: ticks, chips that take them back, and the ways on.
 *
 * @param asked what was given in the address, the page aside
 * @param page what was found
 * @param understood what was read out of the words, each with the address that takes it literally
 * @param instead where nothing was found: with less asked for, and in groups nearby
 * @param next address of the next page, or null
 * @param first address of the first page, or null when this is it
 */
record SearchModel(
        MultiValueMap<String, String> asked,
        SearchView page,
        List<FacetModel> facets,
        List<Chip> chips,
        List<Chip> understood,
        Instead instead,
        @Nullable String next,
        @Nullable String first,
        @Nullable String didYouMeanHref) {

    private static final List<String> TICKS = List.of(
            "group", "stars", "province", "commune", "price", "producer", "location", "inStock", "traceable", "gi");

    private static final List<String> PRICES = List.of("price", "minPrice", "maxPrice");
    private static final List<String> BRANCHES = List.of("I", "II", "III", "IV", "V", "VI");
    private static final int NEARBY = 6;

    /** A facet with its values, the ticked ones included even when they have nothing left. */
    record FacetModel(String name, boolean open, boolean single, List<Tick> ticks) {}

    /** A value that can be ticked. */
    record Tick(String id, String value, String label, long count, boolean ticked) {}

    /** Something ticked, and the address without it. */
    record Chip(String label, String href) {}

    /** The ways on when nothing is found. */
    record Instead(List<Way> without, List<Way> nearby) {}

    /** Something else to look for, and how much of it there is; 0 when that is not known. */
    record Way(String label, String href, long count) {}

    static SearchModel of(SearchView page, MultiValueMap<String, String> given, FacetLabels labels, Locale locale) {
        var asked = new LinkedMultiValueMap<>(given);
        List.of("cursor", "done", "lang").forEach(asked::remove);
        asked.values().removeIf(values -> values.stream().allMatch(String::isBlank));
        var words = new Words(page, asked, labels, locale);
        var didYouMean = page.didYouMean();
        return new SearchModel(
                asked,
                page,
                words.facets(),
                words.chips(),
                page.understood().stream()
                        .map(said -> new Chip(said.label(), href(plus(asked, "literal", said.kind()))))
                        .toList(),
                new Instead(words.without(), words.nearby()),
                page.next() == null ? null : with(asked, "cursor", page.next()),
                given.containsKey("cursor") ? href(asked) : null,
                didYouMean == null ? null : with(asked, "q", withWhatWasUnderstood(didYouMean, page)));
    }

    /** What was read out of the words is not among those that were put right. */
    private static String withWhatWasUnderstood(String words, SearchView page) {
        return Stream.concat(Stream.of(words), page.understood().stream().map(SearchView.UnderstoodView::text))
                .collect(Collectors.joining(" "));
    }

    public String q() {
        return given("q", "");
    }

    /** Those that can be ticked; the groups of others are not drawn. */
    public Set<String> branches() {
        return facets.stream()
                .filter(facet -> facet.name().equals("branch"))
                .flatMap(facet -> facet.ticks().stream())
                .map(Tick::value)
                .collect(Collectors.toSet());
    }

    public String sort() {
        return given("sort", "relevance");
    }

    public String given(String name, String otherwise) {
        return String.valueOf(asked.getOrDefault(name, List.of(otherwise)).getFirst());
    }

    /** Puts what was asked for into words. */
    private record Words(SearchView page, MultiValueMap<String, String> asked, FacetLabels labels, Locale locale) {

        private List<FacetModel> facets() {
            var facets = new ArrayList<FacetModel>();
            page.facets().forEach((name, counted) -> {
                var parameter = name.equals("branch") ? "group" : name;
                var ticked = asked.getOrDefault(parameter, List.of());
                var ticks = new LinkedHashMap<String, Tick>();
                counted.stream()
                        .filter(value ->
                                !(name.equals("location") && value.label().equals(value.value())))
                        .forEach(value -> ticks.put(value.value(), tick(name, value, ticked)));
                ticked.stream()
                        .filter(value -> isOf(name, value))
                        .forEach(value -> ticks.putIfAbsent(
                                value, tick(name, new ValueView(value, label(parameter, value), 0), ticked)));
                if (!ticks.isEmpty()) {
                    var open = !ticked.isEmpty() || !name.equals("price");
                    var _ = facets.add(new FacetModel(name, open, name.equals("price"), List.copyOf(ticks.values())));
                }
            });
            return facets;
        }

        private static boolean isOf(String facet, String value) {
            var isGroup = !value.isEmpty() && Character.isDigit(value.charAt(0)) && value.length() == 2;
            return !facet.equals("branch") && !facet.equals("group") || facet.equals("group") == isGroup;
        }

        private static Tick tick(String facet, ValueView value, List<String> ticked) {
            return new Tick(
                    facet + "-" + value.value(),
                    value.value(),
                    value.label(),
                    value.count(),
                    ticked.contains(value.value()));
        }

        private List<Chip> chips() {
            var chips = new ArrayList<Chip>();
            for (var facet : TICKS) {
                for (var value : asked.getOrDefault(facet, List.of())) {
                    var _ = chips.add(new Chip(label(facet, value), href(minus(asked, facet, value))));
                }
            }
            var least = price("minPrice");
            var most = price("maxPrice");
            if (least != null || most != null) {
                var _ = chips.add(new Chip(labels.ofPrice(least, most, locale), href(dropping(asked, PRICES))));
            }
            return chips;
        }

        private @Nullable Long price(String name) {
            var price = asked.getFirst(name);
            return price == null ? null : Long.valueOf(price);
        }

        private List<Way> without() {
            return page.without().stream()
                    .map(drop -> {
                        var names = drop.facet().equals("price") ? PRICES : List.of(drop.facet());
                        var label = Stream.of(drop.facet())
                                .map(facet -> labels.of("name", facet, locale))
                                .findFirst()
                                .orElseThrow();
                        return new Way(label, href(unsaid(dropping(asked, names), drop.facet())), drop.count());
                    })
                    .toList();
        }

        /** What was said in words is dropped by leaving the words out. */
        private MultiValueMap<String, String> unsaid(MultiValueMap<String, String> parameters, String facet) {
            var q = VietnameseText.canonical(
                    asked.getOrDefault("q", List.of("")).getFirst());
            for (var said : page.understood()) {
                if (isAbout(said, facet)) {
                    q = VietnameseText.canonical(q.replace(said.text(), " "));
                }
            }
            parameters.set("q", q);
            return parameters;
        }

        private static boolean isAbout(UnderstoodView said, String facet) {
            return said.parameters().containsKey(facet)
                    || facet.equals("price") && said.kind().equals("price");
        }

        private List<Way> nearby() {
            if (!page.items().isEmpty()) {
                return List.of();
            }
            var counted = page.facets().getOrDefault("group", List.of());
            return counted.isEmpty()
                    ? BRANCHES.stream()
                            .map(branch -> new Way(
                                    labels.of("group", branch, locale),
                                    with(new LinkedMultiValueMap<>(), "group", branch),
                                    0))
                            .toList()
                    : counted.stream()
                            .limit(NEARBY)
                            .map(group -> new Way(group.label(), with(asked, "group", group.value()), group.count()))
                            .toList();
        }

        private String label(String facet, String value) {
            return page.facets().getOrDefault(facet, List.of()).stream()
                    .filter(counted -> counted.value().equals(value))
                    .map(ValueView::label)
                    .findFirst()
                    .orElseGet(() -> labels.of(facet, value, locale));
        }
    }

    private static MultiValueMap<String, String> plus(MultiValueMap<String, String> asked, String name, String value) {
        var more = new LinkedMultiValueMap<>(asked);
        more.add(name, value);
        return more;
    }

    private static MultiValueMap<String, String> minus(MultiValueMap<String, String> asked, String name, String value) {
        var less = new LinkedMultiValueMap<String, String>();
        asked.forEach((other, values) -> values.stream()
                .filter(kept -> !(other.equals(name) && kept.equals(value)))
                .forEach(kept -> less.add(other, kept)));
        return less;
    }

    private static MultiValueMap<String, String> dropping(MultiValueMap<String, String> asked, List<String> names) {
        var less = new LinkedMultiValueMap<>(asked);
        names.forEach(less::remove);
        return less;
    }

    private static String with(MultiValueMap<String, String> asked, String name, @Nullable String value) {
        var other = new LinkedMultiValueMap<>(asked);
        other.set(name, value);
        return href(other);
    }

    private static String href(MultiValueMap<String, String> parameters) {
        return UriComponentsBuilder.fromPath("/search")
                .queryParams(parameters)
                .encode()
                .build()
                .toUriString();
    }
}
