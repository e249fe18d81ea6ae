package vn.ocopmarket.catalog.indicators.domain;

import java.util.Set;

/**
 * Which products are counted; an empty set is any.
 *
 * @param years in which they were first recognised
 * @param stars that they show on the day
 */
public record Choice(Set<String> provinces, Set<String> groups, Set<Integer> years, Set<Integer> stars) {

    public Choice {
        provinces = Set.copyOf(provinces);
        groups = Set.copyOf(groups);
        years = Set.copyOf(years);
        stars = Set.copyOf(stars);
    }

    boolean fits(ProductFacts facts) {
        return (provinces.isEmpty() || provinces.contains(facts.provinceCode()))
                && (groups.isEmpty() || groups.contains(facts.groupCode()))
                && (years.isEmpty() || facts.firstYear() != null && years.contains(facts.firstYear()))
                && (stars.isEmpty() || stars.contains(facts.stars()));
    }
}
