package vn.ocopmarket.storefront.browse.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocopmarket.storefront.browse.Facet;
import vn.ocopmarket.storefront.browse.SearchPage.Count;
import vn.ocopmarket.storefront.browse.web.SearchView.ValueView;

/** Gives the values of facets their names in the reader's language. */
@Component
class FacetLabels {

    private static final List<Facet> ORDER = List.of(Facet.values());

    private final MessageSource messages;

    FacetLabels(MessageSource messages) {
        this.messages = messages;
    }

    /** @param showrooms their names by id */
    Map<String, List<ValueView>> of(Map<String, List<Count>> facets, Map<String, String> showrooms, Locale locale) {
        var labelled = new LinkedHashMap<String, List<ValueView>>();
        for (var facet : ORDER) {
            var counts = facets.get(facet.parameter());
            if (counts != null) {
                var _ = labelled.put(
                        facet.parameter(),
                        counts.stream()
                                .map(count -> new ValueView(
                                        count.value(), label(facet, count, showrooms, locale), count.count()))
                                .toList());
            }
        }
        return labelled;
    }

    private String label(Facet facet, Count count, Map<String, String> showrooms, Locale locale) {
        var known = facet == Facet.LOCATION ? showrooms.get(count.value()) : count.label();
        return known == null ? of(facet.parameter(), count.value(), locale) : known;
    }

    /** For prices in dong, both ends included; null is open. */
    String ofPrice(@Nullable Long least, @Nullable Long most, Locale locale) {
        if (least == null) {
            return messages.getMessage("price.at-most", new Object[] {most}, locale);
        }
        return most == null
                ? messages.getMessage("price.at-least", new Object[] {least}, locale)
                : messages.getMessage("price.between", new Object[] {least, most}, locale);
    }

    /** The words for one value; the value itself when we have none. */
    String of(String facet, String value, Locale locale) {
        var name = facet.equals("branch") ? "group" : facet;
        return messages.getMessage("facet." + name + "." + value, null, value, locale) instanceof String label
                ? label
                : value;
    }
}
