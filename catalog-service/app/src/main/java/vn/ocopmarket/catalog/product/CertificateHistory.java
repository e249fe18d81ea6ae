package vn.ocopmarket.catalog.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.product.Listing.Recognition;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Withdrawal;

/** How recognitions are added to a product's history; nothing in it is ever removed. */
final class CertificateHistory {

    private CertificateHistory() {}

    /**
     * Adds what a line quotes. The same decision of the same year is the same certificate, corrected; any other is a new one.
     *
     * @param sku the variant that the line is about, or null when it is about the whole product
     */
    static List<Certificate> record(List<Certificate> history, Recognition quoted, @Nullable String sku) {
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
                    sku == null ? Set.of() : Set.of(sku)));
        }
        return changed;
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
                widened(known.coveredSkus(), sku));
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

    static List<Certificate> withdraw(List<Certificate> history, String number, Withdrawal withdrawal) {
        return history.stream()
                .map(certificate ->
                        certificate.number().equals(number) ? withdrawn(certificate, withdrawal) : certificate)
                .toList();
    }

    private static Certificate withdrawn(Certificate of, Withdrawal withdrawal) {
        return new Certificate(
                of.number(),
                of.decision(),
                of.issuedBy(),
                of.issuedOn(),
                of.validUntil(),
                of.stars(),
                of.extendedUntil(),
                withdrawal,
                of.coveredSkus());
    }

    /** Pins certificates that cover everything to the variants there are, before someone else than an officer adds more. */
    static List<Certificate> pinned(List<Certificate> history, Set<String> skus) {
        return history.stream()
                .map(of -> of.coveredSkus().isEmpty()
                        ? new Certificate(
                                of.number(),
                                of.decision(),
                                of.issuedBy(),
                                of.issuedOn(),
                                of.validUntil(),
                                of.stars(),
                                of.extendedUntil(),
                                of.withdrawal(),
                                skus)
                        : of)
                .toList();
    }
}
