package vn.ocopmarket.contract.product;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Numbers that the programme or the law sets, each with the days on which it holds; they are the resource {@code limits.csv}. */
public enum Limit {
    /** How long a certificate holds from its issue. */
    CERTIFICATE_MONTHS,
    /** Renewal dossiers are taken from this many days before the end … */
    RENEWAL_OPENS_DAYS,
    /** … and until this many days before the end. */
    RENEWAL_CLOSES_DAYS,
    /** How long after its end a certificate may hold on while its dossier, handed in late, is judged. */
    LONGEST_EXTENSION_DAYS,
    /** From this strength, in tenths of a percent, alcohol is neither advertised nor promoted. */
    ALCOHOL_ADVERTISED_BELOW_TENTHS,
    /** The most that a promotion may take off the price of anything, in percent. */
    MOST_DISCOUNT_PERCENT,
    /** How old who buys alcohol is at least. */
    ALCOHOL_BUYER_YEARS;

    private final List<Value> values;

    Limit() {
        this.values = RuleFile.rows("limits.csv").stream()
                .filter(row -> name().equals(row.get("limit")))
                .map(Value::of)
                .toList();
    }

    /** Its value on a day; before the first, the first. */
    public int on(LocalDate day) {
        var found = values.getFirst();
        for (var value : values) {
            if (!day.isBefore(value.from)) {
                found = value;
            }
        }
        return found.value;
    }

    private record Value(LocalDate from, int value) {

        static Value of(Map<String, String> row) {
            return new Value(
                    LocalDate.parse(row.getOrDefault("from", "")), Integer.parseInt(row.getOrDefault("value", "")));
        }
    }
}
