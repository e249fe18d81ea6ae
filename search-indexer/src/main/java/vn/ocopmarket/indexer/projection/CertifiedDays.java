package vn.ocopmarket.indexer.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.search.ProductDocument.DayRange;

/**
 * The days on which something holds for a product. Nothing about certificates and papers changes between two of their turning days, so
 * each stretch is asked about on its first day, and by the same functions as everywhere else.
 */
final class CertifiedDays {

    private final ProductRecord product;
    private final List<DayRange> stretches;

    CertifiedDays(ProductRecord product) {
        this.product = product;
        this.stretches = stretches(product);
    }

    /** When the product shows this many stars; for two numbers of stars the days never meet. */
    List<DayRange> withStars(int stars) {
        return when(day -> product.certificateOn(day)
                .filter(certificate -> certificate.stars() == stars)
                .isPresent());
    }

    /** When at least one variant may be sold, stock aside. */
    List<DayRange> onSale() {
        return when(day -> product.variants().stream()
                .anyMatch(variant -> Eligibility.of(product, variant.sku(), day) instanceof Eligibility.Eligible));
    }

    private List<DayRange> when(Predicate<LocalDate> holds) {
        var ranges = new ArrayList<DayRange>();
        for (var stretch : stretches) {
            if (!holds.test(stretch.gte())) {
                continue;
            }
            var last = ranges.isEmpty() ? null : ranges.getLast();
            if (last != null && last.lte().plusDays(1).equals(stretch.gte())) {
                ranges.set(ranges.size() - 1, new DayRange(last.gte(), stretch.lte()));
            } else {
                ranges.add(stretch);
            }
        }
        return ranges;
    }

    /** Before the first and after the last turning day no certificate shows stars. */
    private static List<DayRange> stretches(ProductRecord product) {
        var turns = Eligibility.turningDays(product);
        var stretches = new ArrayList<DayRange>();
        LocalDate first = null;
        for (var next : turns) {
            if (first != null) {
                stretches.add(new DayRange(first, next.minusDays(1)));
            }
            first = next;
        }
        return stretches;
    }
}
