package vn.ocopmarket.catalog.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Life;

/** A new recognition ends the earlier ones of the same variants for good, whether its stars are more, as many or fewer. */
final class Succession {

    private Succession() {}

    /** The history with the certificate added; one that was given late takes its place among the earlier ones. */
    static List<Certificate> add(List<Certificate> history, Certificate added, Set<String> skus) {
        var entered = added;
        var changed = new ArrayList<Certificate>();
        for (var other : history) {
            if (replaces(entered, other, skus)) {
                changed.add(ended(other, entered));
            } else {
                changed.add(other);
                entered = replaces(other, entered, skus) ? ended(entered, other) : entered;
            }
        }
        changed.add(entered);
        return changed;
    }

    private static Certificate ended(Certificate earlier, Certificate later) {
        return earlier.with(earlier.life().with(new Life.Succession(later.issuedOn(), later.number())));
    }

    private static boolean replaces(Certificate later, Certificate earlier, Set<String> skus) {
        return earlier.life().succession() == null
                && later.issuedAfter(earlier)
                && skus.stream().filter(earlier::covers).allMatch(later::covers)
                && (!skus.isEmpty() || later.coveredSkus().isEmpty());
    }
}
