package vn.ocopmarket.storefront.browse.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.browse.web.SearchModel.Chip;
import vn.ocopmarket.storefront.browse.web.SearchModel.FacetModel;
import vn.ocopmarket.storefront.browse.web.SearchModel.Tick;
import vn.ocopmarket.storefront.browse.web.SearchView.ValueView;

/** What can be ticked, and the chips that take ticks back. */
record FacetTicks(AskedSearch asked) {

    private static final List<String> TICKS = List.of(
            "group", "stars", "province", "commune", "price", "producer", "location", "inStock", "traceable", "gi");

    List<FacetModel> facets() {
        var facets = new ArrayList<FacetModel>();
        asked.page().facets().forEach((name, counted) -> {
            var parameter = name.equals("branch") ? "group" : name;
            var ticked = ticked(parameter);
            var ticks = new LinkedHashMap<String, Tick>();
            counted.stream()
                    .filter(value -> !(name.equals("location") && value.label().equals(value.value())))
                    .forEach(value -> ticks.put(value.value(), tick(name, value, ticked)));
            ticked.stream()
                    .filter(value -> isOf(name, value))
                    .forEach(value -> ticks.putIfAbsent(
                            value, tick(name, new ValueView(value, asked.label(parameter, value), 0), ticked)));
            if (!ticks.isEmpty()) {
                var open = !ticked.isEmpty() || !name.equals("price");
                var _ = facets.add(new FacetModel(name, open, name.equals("price"), List.copyOf(ticks.values())));
            }
        });
        return facets;
    }

    /** What was said in words counts, so it is shown as ticked. */
    private List<String> ticked(String parameter) {
        return Stream.concat(asked.address().all(parameter).stream(), asked.said(parameter).stream())
                .distinct()
                .toList();
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

    List<Chip> chips() {
        var chips = new ArrayList<Chip>();
        for (var facet : TICKS) {
            var said = asked.said(facet);
            for (var value : asked.address().all(facet)) {
                if (said.contains(value)) {
                    continue;
                }
                var less = asked.address().minus(facet, value);
                var _ = chips.add(new Chip(asked.label(facet, value), less.href()));
            }
        }
        var least = price("minPrice");
        var most = price("maxPrice");
        if (least != null || most != null) {
            var less = asked.address().without(AskedSearch.PRICES);
            var _ = chips.add(new Chip(asked.labels().ofPrice(least, most, asked.locale()), less.href()));
        }
        return chips;
    }

    private @Nullable Long price(String name) {
        var price = asked.address().parameters().getFirst(name);
        return price == null ? null : Long.valueOf(price);
    }
}
