package vn.ocopmarket.storefront.indicators;

import java.util.List;
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
    }
}
