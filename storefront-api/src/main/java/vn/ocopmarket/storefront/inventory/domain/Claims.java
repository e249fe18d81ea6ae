package vn.ocopmarket.storefront.inventory.domain;

import java.util.List;
import java.util.stream.Stream;

/** The rules that hold inside one level. */
public final class Claims {

    private Claims() {}

    /** A rule of a level with what it demands and what is there. */
    public record Rule(String name, long expected, long found) {

        boolean broken() {
            return expected != found;
        }
    }

    /** The rules this level breaks; empty when it is sound. */
    public static List<Rule> broken(StockLevel level) {
        var holds = level.holds().stream().mapToLong(StockLevel.Hold::quantity).sum();
        var allocations = level.allocations().stream()
                .mapToLong(StockLevel.Claim::quantity)
                .sum();
        return Stream.of(
                        new Rule("available = onHand − allocated − Σ holds", level.held(), holds),
                        new Rule("allocated = Σ allocations", allocations, level.allocated()),
                        new Rule("0 ≤ available ≤ onHand", clamp(level), level.available()))
                .filter(Rule::broken)
                .toList();
    }

    private static long clamp(StockLevel level) {
        return Math.max(0, Math.min(level.available(), level.onHand()));
    }
}
