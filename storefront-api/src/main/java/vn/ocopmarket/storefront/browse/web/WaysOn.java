package vn.ocopmarket.storefront.browse.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.web.SearchModel.Chip;
import vn.ocopmarket.storefront.browse.web.SearchModel.Instead;
import vn.ocopmarket.storefront.browse.web.SearchModel.Way;
import vn.ocopmarket.storefront.browse.web.SearchView.UnderstoodView;

/** What else could be looked for: with the words taken literally or put right, with less asked for, in groups nearby. */
record WaysOn(AskedSearch asked) {

    private static final List<String> BRANCHES = List.of("I", "II", "III", "IV", "V", "VI");
    private static final int NEARBY = 6;

    /** What was read out of the words, each with the address that takes it literally. */
    List<Chip> literally() {
        return asked.page().understood().stream()
                .filter(said -> !said.replaced())
                .map(said -> new Chip(said.label(), literally(said)))
                .toList();
    }

    /** Whoever takes the words literally does not want their ticks either. */
    private String literally(UnderstoodView said) {
        var less = asked.address();
        for (var parameter : said.parameters().entrySet()) {
            for (var value : parameter.getValue()) {
                less = less.minus(parameter.getKey(), value);
            }
        }
        return less.plus("literal", said.kind()).href();
    }

    /** What was read out of the words is not among those that were put right; null when there is nothing to put right. */
    @Nullable
    String didYouMean() {
        var words = asked.page().didYouMean();
        if (words == null) {
            return null;
        }
        var whole = Stream.concat(
                        Stream.of(words), asked.page().understood().stream().map(UnderstoodView::text))
                .collect(Collectors.joining(" "));
        return asked.address().with("q", whole).href();
    }

    Instead instead() {
        return new Instead(without(), nearby());
    }

    private List<Way> without() {
        return asked.page().without().stream()
                .map(drop -> {
                    var facet = drop.facet();
                    var names = facet.equals("price") ? AskedSearch.PRICES : List.of(facet);
                    var less = asked.address().without(names).with("q", unsaid(facet));
                    return new Way(asked.labels().of("name", facet, asked.locale()), less.href(), drop.count());
                })
                .toList();
    }

    /** What was said in words is dropped by leaving the words out. */
    private String unsaid(String facet) {
        var q = VietnameseText.canonical(
                asked.address().parameters().getOrDefault("q", List.of("")).getFirst());
        for (var said : asked.page().understood()) {
            if (isAbout(said, facet)) {
                q = VietnameseText.canonical(q.replace(said.text(), " "));
            }
        }
        return q;
    }

    private static boolean isAbout(UnderstoodView said, String facet) {
        return said.parameters().containsKey(facet)
                || facet.equals("price") && said.kind().equals("price");
    }

    private List<Way> nearby() {
        if (!asked.page().items().isEmpty()) {
            return List.of();
        }
        var counted = asked.page().facets().getOrDefault("group", List.of());
        return counted.isEmpty()
                ? BRANCHES.stream().map(this::branch).toList()
                : counted.stream()
                        .limit(NEARBY)
                        .map(group -> new Way(
                                group.label(),
                                asked.address().with("group", group.value()).href(),
                                group.count()))
                        .toList();
    }

    private Way branch(String branch) {
        var label = asked.labels().of("group", branch, asked.locale());
        return new Way(label, SearchAddress.EMPTY.with("group", branch).href(), 0);
    }
}
