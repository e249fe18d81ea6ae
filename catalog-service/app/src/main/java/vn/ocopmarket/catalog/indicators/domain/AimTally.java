package vn.ocopmarket.catalog.indicators.domain;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import vn.ocopmarket.catalog.indicators.domain.ProductFacts.First;
import vn.ocopmarket.catalog.indicators.domain.ProductFacts.Protected;
import vn.ocopmarket.contract.indicators.IndicatorReport.Target;

/** Measures one aim, one product after the other. */
public final class AimTally {

    private static final int FOUR = 4;
    private static final int FIVE = 5;

    private final Aim aim;
    private final Set<Protected> rights = new HashSet<>();
    private long count;
    private long whole;

    public AimTally(Aim aim) {
        this.aim = aim;
    }

    public void add(ProductFacts facts, Traced where) {
        if (!facts.targets().contains(aim.id())) {
            return;
        }
        switch (aim.measure()) {
            case CERTIFIED -> count(facts.stars() > 0, true);
            case TRACED -> count(facts.stars() > 0 && where == Traced.WORKING, facts.stars() > 0);
            case BUYABLE -> count(facts.stars() > 0 && facts.buyable(), facts.stars() > 0);
            case NEW -> count(has(facts, first -> !first.isUpgrade()), true);
            case NEW_WITH_FOUR_STARS ->
                count(
                        has(facts, first -> !first.isUpgrade() && first.stars() >= FOUR),
                        has(facts, first -> !first.isUpgrade()));
            case FIVE_STARS -> count(has(facts, first -> first.stars() == FIVE), true);
            case TRADEMARKS -> right(facts, "TRADEMARK");
            case CERTIFICATION_MARKS -> right(facts, "CERTIFICATION_MARK");
            case NATIONALLY_TYPICAL -> count(facts.nationallyTypical(), true);
        }
    }

    public Target result() {
        return new Target(
                aim.id(),
                aim.measure().name(),
                aim.area(),
                aim.provinceCode(),
                aim.atLeast(),
                aim.more(),
                aim.from(),
                aim.to(),
                aim.source(),
                count + rights.size(),
                aim.measure().isShare() ? whole : null);
    }

    private void count(boolean counts, boolean belongs) {
        count += counts ? 1 : 0;
        whole += belongs ? 1 : 0;
    }

    private boolean has(ProductFacts facts, Predicate<First> wanted) {
        return facts.firsts().stream().filter(first -> aim.covers(first.on())).anyMatch(wanted);
    }

    /** Several products may share a mark. */
    private void right(ProductFacts facts, String kind) {
        facts.rights().stream().filter(right -> right.kind().equals(kind)).forEach(rights::add);
    }
}
