package vn.ocopmarket.storefront.payment.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.Refund.Part;

/**
 * What one unit of a line was paid with: the line's amount divided evenly, and one dong more for the first units until nothing
 * is over. As units go back in that order, parts of a line add up to exactly what was paid for it.
 */
public final class Allocation {

    private Allocation() {}

    /** A line, or something else that was paid for, such as the delivery as one unit. */
    public record Bought(String item, long units, Money paid) {}

    /** How far what is wanted can be given back. */
    public sealed interface Result {

        record Parts(List<Part> parts) implements Result {

            public Parts {
                parts = List.copyOf(parts);
            }
        }

        /** There are only so many units of the item that did not go back. */
        record TooMuch(String item, long left) implements Result {}
    }

    /** @param refunds all of the order so far */
    public static Result of(Collection<Bought> bought, Collection<Refund> refunds, Collection<Wanted> wanted) {
        var lines = new LinkedHashMap<String, Bought>();
        bought.forEach(line -> lines.putIfAbsent(line.item(), line));
        var units = new LinkedHashMap<String, Long>();
        for (var want : wanted) {
            var line = lines.get(want.item());
            var left = line == null ? 0 : line.units() - unitsBack(refunds, want.item());
            var before = units.getOrDefault(want.item(), 0L);
            if (want.units() < 1 || want.units() > left - before) {
                return new Result.TooMuch(want.item(), left);
            }
            // Who names an item twice wants both together.
            units.put(want.item(), before + want.units());
        }
        return new Result.Parts(parts(lines, refunds, units));
    }

    private static List<Part> parts(Map<String, Bought> lines, Collection<Refund> refunds, Map<String, Long> units) {
        var parts = new ArrayList<Part>();
        units.forEach((item, wanted) -> {
            var line = Objects.requireNonNull(lines.get(item));
            parts.add(new Part(item, wanted, amount(line, unitsBack(refunds, item), wanted)));
        });
        return parts;
    }

    /** So many units of an item. */
    public record Wanted(String item, long units) {}

    /** How many units of the item went back, or are about to. */
    public static long unitsBack(Collection<Refund> refunds, String item) {
        return refunds.stream()
                .filter(Refund::holdsMoney)
                .flatMap(refund -> refund.parts().stream())
                .filter(part -> part.item().equals(item))
                .mapToLong(Part::units)
                .sum();
    }

    private static Money amount(Bought line, long back, long units) {
        var each = line.paid().amount() / line.units();
        var withOneMore = line.paid().amount() % line.units();
        var more = Math.min(back + units, withOneMore) - Math.min(back, withOneMore);
        return Money.dong(Math.addExact(Math.multiplyExact(each, units), more));
    }
}
