package vn.ocopmarket.storefront.browse.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocopmarket.storefront.browse.SearchPage.Count;
import vn.ocopmarket.storefront.browse.web.SearchView.ValueView;

/** Gives the values of facets their names in the reader's language. */
@Component
class FacetLabels {

    private static final List<String> ORDER = List.of("group", "stars", "province", "price", "inStock");

    private final MessageSource messages;

    FacetLabels(MessageSource messages) {
        this.messages = messages;
    }

    Map<String, List<ValueView>> of(Map<String, List<Count>> facets, Locale locale) {
        var labelled = new LinkedHashMap<String, List<ValueView>>();
        for (var facet : ORDER) {
            var values = facets.getOrDefault(facet, List.of()).stream()
                    .map(count -> new ValueView(count.value(), of(facet, count.value(), locale), count.count()))
                    .toList();
            var _ = labelled.put(facet, values);
        }
        return labelled;
    }

    /** The words for one value; the value itself when we have none. */
    String of(String facet, String value, Locale locale) {
        return messages.getMessage("facet." + facet + "." + value, null, value, locale) instanceof String label
                ? label
                : value;
    }
}
