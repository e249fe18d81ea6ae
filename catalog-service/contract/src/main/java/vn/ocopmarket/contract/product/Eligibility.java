package vn.ocopmarket.contract.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.ocopmarket.contract.money.Money;

/**
 * Whether a variant may be sold as OCOP on a day. Page, search, cart, checkout, till, fair, feed and print all ask here,
 * at the moment of use.
 */
public sealed interface Eligibility {

    /** It may be sold, under this certificate and at this price. */
    record Eligible(Certificate certificate, Money price) implements Eligibility {}

    /** It may not; every reason is named, the weightiest first. */
    record Ineligible(List<Reason> reasons) implements Eligibility {

        public Ineligible {
            reasons = List.copyOf(reasons);
        }
    }

    /** Why a variant may not be sold. The words are message bundle entries {@code eligibility.<NAME>}. */
    enum Reason {
        UNKNOWN_VARIANT,
        CERTIFICATE_WITHDRAWN,
        CERTIFICATE_EXPIRED,
        CERTIFICATE_NOT_YET_VALID,
        VARIANT_NOT_COVERED,
        NO_CERTIFICATE,
        NO_PRICE
    }

    /** May this variant be sold on this day? */
    static Eligibility of(ProductRecord product, String sku, LocalDate day) {
        var variant = product.variant(sku);
        if (variant.isEmpty()) {
            return new Ineligible(List.of(Reason.UNKNOWN_VARIANT));
        }
        var certificate = product.certificateOn(day, sku);
        var price = variant.get().price();
        if (certificate.isPresent() && price != null) {
            return new Eligible(certificate.get(), price);
        }
        var reasons = new ArrayList<Reason>();
        if (certificate.isEmpty()) {
            reasons.add(whyNoCertificate(product, sku, day));
        }
        if (price == null) {
            reasons.add(Reason.NO_PRICE);
        }
        return new Ineligible(reasons);
    }

    /** May this variant be sold on every day from the first to the last, both included? The first day that fails tells why. */
    static Eligibility throughout(ProductRecord product, String sku, LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .map(day -> of(product, sku, day))
                .reduce((earlier, later) -> earlier instanceof Ineligible ? earlier : later)
                .orElseThrow(() ->
                        new IllegalArgumentException("The period ends before it begins: " + first + " to " + last));
    }

    private static Reason whyNoCertificate(ProductRecord product, String sku, LocalDate day) {
        if (product.certificates().isEmpty()) {
            return Reason.NO_CERTIFICATE;
        }
        return product.certificates().stream()
                .filter(certificate -> certificate.covers(sku))
                .max(Comparator.comparing(Certificate::issuedOn))
                .map(newest -> switch (newest.stateOn(day)) {
                    case WITHDRAWN -> Reason.CERTIFICATE_WITHDRAWN;
                    case NOT_YET_VALID -> Reason.CERTIFICATE_NOT_YET_VALID;
                    case EXPIRED, SUPERSEDED, VALID, RENEWAL_WINDOW, LATE_FOR_RENEWAL, EXTENDED ->
                        Reason.CERTIFICATE_EXPIRED;
                })
                .orElse(Reason.VARIANT_NOT_COVERED);
    }
}
