package vn.ocopmarket.storefront.returning.domain;

import java.time.LocalDate;
import java.util.List;

/** Why goods may be sent back, and how many days after they were delivered. */
public final class ReturnRules {

    private final List<Rule> rules;

    public ReturnRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * One line of the list.
     *
     * @param reason its words are the message {@code returning.reason.<reason>}
     * @param days after the day of delivery, of which the last one counts
     * @param from first day on which it holds
     * @param to last day on which it holds
     */
    public record Rule(String reason, int days, LocalDate from, LocalDate to) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** What holds for goods that are delivered on a day. */
    public List<Rule> on(LocalDate day) {
        return rules.stream().filter(rule -> rule.holdsOn(day)).toList();
    }

    /** The reasons that count today for goods that were delivered on a day; the list of that day counts. */
    public List<String> reasons(LocalDate deliveredOn, LocalDate today) {
        return on(deliveredOn).stream()
                .filter(rule -> !today.isAfter(deliveredOn.plusDays(rule.days())))
                .map(Rule::reason)
                .distinct()
                .toList();
    }
}
