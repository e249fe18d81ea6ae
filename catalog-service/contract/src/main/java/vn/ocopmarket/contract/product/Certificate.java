package vn.ocopmarket.contract.product;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
 * @param life what happened to it since
 * @param evidence how we know of it
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
        Set<String> coveredSkus,
        Life life,
        Evidence evidence) {

    public Certificate {
        if (stars < 3 || stars > 5) {
            throw new IllegalArgumentException("An OCOP certificate has 3, 4 or 5 stars, not " + stars);
        }
        if (validUntil.isBefore(issuedOn)) {
            throw new IllegalArgumentException(
                    "A certificate issued on %s cannot end on %s".formatted(issuedOn, validUntil));
        }
        coveredSkus = Set.copyOf(coveredSkus);
        life = Objects.requireNonNullElse(life, Life.NONE);
        evidence = Objects.requireNonNullElse(evidence, Evidence.NONE);
    }

    /** As issued, with nothing more known of it. */
    public Certificate(
            String number,
            String decision,
            String issuedBy,
            LocalDate issuedOn,
            LocalDate validUntil,
            int stars,
            @Nullable LocalDate extendedUntil,
            @Nullable Withdrawal withdrawal,
            Set<String> coveredSkus) {
        this(
                number,
                decision,
                issuedBy,
                issuedOn,
                validUntil,
                stars,
                extendedUntil,
                withdrawal,
                coveredSkus,
                Life.NONE,
                Evidence.NONE);
    }

    public boolean covers(String sku) {
        return coveredSkus.isEmpty() || coveredSkus.contains(sku);
    }

    public boolean issuedAfter(Certificate other) {
        return issuedOn.isAfter(other.issuedOn);
    }

    /** The last day on which it shows stars, were it not withdrawn. */
    public LocalDate lastDay() {
        return extendedUntil != null && extendedUntil.isAfter(validUntil) ? extendedUntil : validUntil;
    }

    /** How many days are left after that day, its last one among them; below zero once it is over. */
    public long daysLeftOn(LocalDate day) {
        return ChronoUnit.DAYS.between(day, lastDay());
    }

    /** What this certificate is on a day; a later one that merely overlaps is {@link ProductRecord#stateOn}'s matter. */
    public CertificateState stateOn(LocalDate day) {
        if (withdrawal != null && !day.isBefore(withdrawal.on())) {
            return CertificateState.WITHDRAWN;
        }
        if (day.isBefore(issuedOn)) {
            return CertificateState.NOT_YET_VALID;
        }
        if (life.supersededOn(day)) {
            return CertificateState.SUPERSEDED;
        }
        if (day.isAfter(lastDay())) {
            return CertificateState.EXPIRED;
        }
        if (life.suspendedOn(day)) {
            return CertificateState.SUSPENDED;
        }
        return day.isAfter(validUntil) ? CertificateState.EXTENDED : beforeItsEnd(day);
    }

    private CertificateState beforeItsEnd(LocalDate day) {
        if (day.isAfter(validUntil.minusDays(Limit.RENEWAL_CLOSES_DAYS.on(day)))) {
            return CertificateState.LATE_FOR_RENEWAL;
        }
        return day.isBefore(validUntil.minusDays(Limit.RENEWAL_OPENS_DAYS.on(day)))
                ? CertificateState.VALID
                : CertificateState.RENEWAL_WINDOW;
    }

    /** The days on which it may become something else, in order. */
    public SortedSet<LocalDate> turningDays() {
        var days = new TreeSet<LocalDate>();
        days.add(issuedOn);
        days.add(lastDay().plusDays(1));
        if (withdrawal != null) {
            days.add(withdrawal.on());
        }
        if (life.succession() != null) {
            days.add(life.succession().on());
        }
        for (var suspension : life.suspensions()) {
            days.add(suspension.from());
            if (suspension.until() != null) {
                days.add(suspension.until().plusDays(1));
            }
        }
        return days;
    }

    public Certificate with(Withdrawal end) {
        return copy(extendedUntil, end, coveredSkus, life, evidence);
    }

    public Certificate with(Life lived) {
        return copy(extendedUntil, withdrawal, coveredSkus, lived, evidence);
    }

    public Certificate with(Evidence found) {
        return copy(extendedUntil, withdrawal, coveredSkus, life, found);
    }

    public Certificate covering(Set<String> skus) {
        return copy(extendedUntil, withdrawal, skus, life, evidence);
    }

    public Certificate extended(LocalDate until, Life.Extension proof) {
        return copy(until, withdrawal, coveredSkus, life.with(proof), evidence);
    }

    private Certificate copy(
            @Nullable LocalDate extension, @Nullable Withdrawal end, Set<String> skus, Life lived, Evidence found) {
        return new Certificate(
                number, decision, issuedBy, issuedOn, validUntil, stars, extension, end, skus, lived, found);
    }
}
