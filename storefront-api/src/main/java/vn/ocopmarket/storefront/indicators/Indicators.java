package vn.ocopmarket.storefront.indicators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.indicators.IndicatorReport;

/** The figures of the programme, as the catalogue has them now. */
public interface Indicators {

    /** Never empty; an error means that the catalogue did not answer. */
    Mono<IndicatorReport> of(Choice choice);

    /**
     * Which products are counted; an empty list is any.
     *
     * @param years in which they were first recognised
     * @param stars that they show today
     */
    record Choice(List<String> provinces, List<String> groups, List<Integer> years, List<Integer> stars) {

        public static final Choice ALL = new Choice(List.of(), List.of(), List.of(), List.of());

        public Choice {
            provinces = List.copyOf(provinces);
            groups = List.copyOf(groups);
            years = List.copyOf(years);
            stars = List.copyOf(stars);
        }

        /** As in a query string, where an empty list is not named at all. */
        public Map<String, List<String>> parameters() {
            var named = new LinkedHashMap<String, List<String>>();
            named.put("province", provinces);
            named.put("group", groups);
            named.put("year", years.stream().map(String::valueOf).toList());
            named.put("stars", stars.stream().map(String::valueOf).toList());
            named.values().removeIf(List::isEmpty);
            return named;
        }
    }
}
