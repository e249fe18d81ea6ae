package vn.ocopmarket.catalog.indicators.domain;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.ocopmarket.catalog.indicators.domain.ProductFacts.Protected;
import vn.ocopmarket.contract.indicators.IndicatorReport.Stars;

/** Counts one product after the other. */
public final class Tally {

    private final Choice choice;

    private long products;
    private final Count all = new Count();
    private final Map<String, Count> groups = new HashMap<>();
    private final Map<String, Count> provinces = new HashMap<>();
    private final Map<String, Count> communes = new HashMap<>();
    private final Map<Integer, Stars> firsts = new TreeMap<>();
    private final Map<Integer, Stars> upgrades = new TreeMap<>();
    private final Set<Protected> rights = new HashSet<>();

    public Tally(Choice choice) {
        this.choice = choice;
    }

    /** What is counted of products with stars. */
    public static final class Count {

        private Stars stars = Stars.NONE;
        private final Map<Traced, Long> traced = new EnumMap<>(Traced.class);
        private long buyable;

        private void add(ProductFacts facts, Traced where) {
            stars = stars.plus(facts.stars());
            traced.merge(where, 1L, Long::sum);
            buyable += facts.buyable() ? 1 : 0;
        }

        public Stars stars() {
            return stars;
        }

        public long traced(Traced where) {
            return traced.getOrDefault(where, 0L);
        }

        public long buyable() {
            return buyable;
        }
    }

    public void add(ProductFacts facts, Traced where) {
        if (!choice.fits(facts)) {
            return;
        }
        products++;
        rights.addAll(facts.rights());
        for (var first : facts.firsts()) {
            (first.isUpgrade() ? upgrades : firsts)
                    .merge(first.on().getYear(), Stars.NONE.plus(first.stars()), Tally::sum);
        }
        if (facts.stars() == 0) {
            return;
        }
        all.add(facts, where);
        count(groups, facts.groupCode()).add(facts, where);
        count(provinces, facts.provinceCode()).add(facts, where);
        if (facts.communeCode() != null) {
            count(communes, facts.communeCode()).add(facts, where);
        }
    }

    private static Count count(Map<String, Count> counts, String code) {
        return counts.computeIfAbsent(code, _ -> new Count());
    }

    private static Stars sum(Stars one, Stars other) {
        return new Stars(one.three() + other.three(), one.four() + other.four(), one.five() + other.five());
    }

    public long products() {
        return products;
    }

    public Count all() {
        return all;
    }

    public Map<String, Count> groups() {
        return groups;
    }

    public Map<String, Count> provinces() {
        return provinces;
    }

    public Map<String, Count> communes() {
        return communes;
    }

    /** By year, oldest first. */
    public Map<Integer, Stars> firsts() {
        return firsts;
    }

    /** By year, oldest first. */
    public Map<Integer, Stars> upgrades() {
        return upgrades;
    }

    public Set<Protected> rights() {
        return rights;
    }
}
