package vn.ocopmarket.storefront.shipping.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/** How much a parcel weighs, by the rules of a day. */
public record Packing(List<Rule> rules) {

    private static final long PERCENT = 100;

    public Packing {
        rules = List.copyOf(rules);
    }

    /**
     * What is added to the net weight.
     *
     * @param from first day
     * @param to last day
     * @param unknown grams taken for a thing that does not tell its weight
     * @param perUnit grams of jar, bottle or bag
     * @param percent of the net weight for the padding
     * @param perParcel grams of the box
     */
    public record Rule(LocalDate from, LocalDate to, long unknown, long perUnit, long percent, long perParcel) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * So many of one thing.
     *
     * @param descriptions what may tell its net weight, the best first
     */
    public record Piece(List<String> descriptions, long quantity) {

        public Piece {
            descriptions = List.copyOf(descriptions);
        }
    }

    /** With packing, rounded up. */
    public long grams(List<Piece> pieces, LocalDate day) {
        var rule = rules.stream()
                .filter(one -> one.holdsOn(day))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No rule for packing on " + day));
        var sum = rule.perParcel();
        for (var piece : pieces) {
            var net = net(piece, rule);
            var padding = Math.ceilDiv(net * rule.percent(), PERCENT);
            sum += Math.multiplyExact(net + padding + rule.perUnit(), piece.quantity());
        }
        return sum;
    }

    private static long net(Piece piece, Rule rule) {
        return piece.descriptions().stream()
                .map(NetWeight::gramsIn)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .findFirst()
                .orElse(rule.unknown());
    }
}
