package vn.ocopmarket.contract.product;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recognition with 3, 4 or 5 stars. The stars come from the decision and are never computed from points.
 *
 * @param number of the certificate, unique with body and year
 * @param decision number of the decision, such as {@code 3981/QĐ-UBND}
 * @param issuedBy the body that recognised the product; bodies that no longer exist stay good
 * @param stars 3 to 5
 * @param validUntil the last day on which it holds, as a date in Asia/Ho_Chi_Minh
 * @param extendedUntil last day of a transition extension with proof of the dossier, or null
 * @param withdrawal or null while it stands
 * @param coveredSkus the variants it covers; empty means all variants of its product
 */
public record Certificate(
        String number,
        String decision,
        String issuedBy,
        LocalDate issuedOn,
        LocalDate validUntil,
        int stars,
        @Nullable LocalDate extendedUntil,
        @Nullable Withdrawal withdrawal,
        Set<String> coveredSkus) {

    /** Renewal dossiers are taken from this many days before the end: Decision 26/2026, art. 7.6a. */
    private static final int RENEWAL_OPENS_DAYS = 180;

    /** … and until this many days before the end. */
    private static final int RENEWAL_CLOSES_DAYS = 120;

    public Certificate {
        if (stars < 3 || stars > 5) {
            throw new IllegalArgumentException("An OCOP certificate has 3, 4 or 5 stars, not " + stars);
        }
        if (validUntil.isBefore(issuedOn)) {
            throw new IllegalArgumentException(
                    "A certificate issued on %s cannot end on %s".formatted(issuedOn, validUntil));
        }
        coveredSkus = Set.copyOf(coveredSkus);
    }

    public boolean covers(String sku) {
        return coveredSkus.isEmpty() || coveredSkus.contains(sku);
    }

    /** The last day on which it shows stars, were it not withdrawn. */
    public LocalDate lastDay() {
        return extendedUntil != null && extendedUntil.isAfter(validUntil) ? extendedUntil : validUntil;
    }

    /** What this certificate is on a day, looked at alone; see {@link CertificateState#SUPERSEDED} for its successor. */
    public CertificateState stateOn(LocalDate day) {
        if (withdrawal != null && !day.isBefore(withdrawal.on())) {
            return CertificateState.WITHDRAWN;
        }
        if (day.isBefore(issuedOn)) {
            return CertificateState.NOT_YET_VALID;
        }
        if (day.isAfter(validUntil)) {
            return day.isAfter(lastDay()) ? CertificateState.EXPIRED : CertificateState.EXTENDED;
        }
        if (day.isAfter(validUntil.minusDays(RENEWAL_CLOSES_DAYS))) {
            return CertificateState.LATE_FOR_RENEWAL;
        }
        return day.isBefore(validUntil.minusDays(RENEWAL_OPENS_DAYS))
                ? CertificateState.VALID
                : CertificateState.RENEWAL_WINDOW;
    }
}
