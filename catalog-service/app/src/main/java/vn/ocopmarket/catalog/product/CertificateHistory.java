package vn.ocopmarket.catalog.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.product.Listing.Recognition;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Evidence;
import vn.ocopmarket.contract.product.Life;

/** How recognitions are added to a product's history; nothing in it is ever removed. */
public final class CertificateHistory {

    private CertificateHistory() {}

    /**
     * Adds what a line quotes. The same decision of the same year is the same certificate, corrected; any other is a new one.
     *
     * @param sku the variant that the line is about, or null when it is about the whole product
     * @param readOn when the line was read
     */
    static List<Certificate> record(
            List<Certificate> history, Recognition quoted, @Nullable String sku, LocalDate readOn) {
        var changed = new ArrayList<>(history);
        var known = find(history, quoted);
        if (known.isPresent()) {
            changed.set(history.indexOf(known.get()), corrected(known.get(), quoted, sku));
        } else {
            changed.add(new Certificate(
                    freeNumber(history, quoted),
                    quoted.decision(),
                    quoted.issuedBy() == null ? "" : quoted.issuedBy(),
                    quoted.issuedOn(),
                    quoted.validUntil(),
                    quoted.stars(),
                    null,
                    null,
                    sku == null ? Set.of() : Set.of(sku),
                    Life.NONE,
                    new Evidence(null, listed(quoted, readOn))));
        }
        return changed;
    }

    private static Evidence.Statement listed(Recognition quoted, LocalDate readOn) {
        var body = quoted.issuedBy() == null || quoted.issuedBy().isBlank() ? quoted.decision() : quoted.issuedBy();
        return new Evidence.Statement(Evidence.Kind.OFFICIAL_LIST, body, null, readOn, "OCOP_OFFICER");
    }

    private static Optional<Certificate> find(List<Certificate> history, Recognition quoted) {
        return history.stream()
                .filter(certificate -> certificate.decision().equals(quoted.decision())
                        && certificate.issuedOn().getYear() == quoted.issuedOn().getYear())
                .findFirst();
    }

    /** Decisions are numbered anew every year. */
    private static String freeNumber(List<Certificate> history, Recognition quoted) {
        var taken = history.stream().anyMatch(other -> other.number().equals(quoted.decision()));
        return taken ? quoted.decision() + " (" + quoted.issuedOn().getYear() + ")" : quoted.decision();
    }

    private static Certificate corrected(Certificate known, Recognition quoted, @Nullable String sku) {
        return new Certificate(
                known.number(),
                known.decision(),
                quoted.issuedBy() == null ? known.issuedBy() : quoted.issuedBy(),
                quoted.issuedOn(),
                quoted.validUntil(),
                quoted.stars(),
                known.extendedUntil(),
                known.withdrawal(),
                widened(known.coveredSkus(), sku),
                known.life(),
                known.evidence());
    }

    /** Empty covers everything, and stays so. */
    private static Set<String> widened(Set<String> covered, @Nullable String sku) {
        if (covered.isEmpty() || sku == null) {
            return Set.of();
        }
        var wider = new TreeSet<>(covered);
        wider.add(sku);
        return wider;
    }

    /** A list of new decisions: the one that was added last ends the earlier ones of the same variants for good. */
    static List<Certificate> superseding(List<Certificate> history, Set<String> skus) {
        return added(history.subList(0, history.size() - 1), history.getLast(), skus);
    }

    /**
     * The history with a certificate that an officer issued: it ends the earlier ones of the same variants for good, whether
     * its stars are more, as many or fewer; one that was given late takes its place among the earlier ones.
     */
    public static List<Certificate> added(List<Certificate> history, Certificate added, Set<String> skus) {
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

    /** Pins certificates that cover everything to the variants there are, before someone else than an officer adds more. */
    static List<Certificate> pinned(List<Certificate> history, Set<String> skus) {
        return history.stream()
                .map(of -> of.coveredSkus().isEmpty() ? of.covering(skus) : of)
                .toList();
    }
}
