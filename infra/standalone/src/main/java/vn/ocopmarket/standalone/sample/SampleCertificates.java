package vn.ocopmarket.standalone.sample;

import java.time.LocalDate;

/** Which certificate a sample product gets: the real decision when its day is known, else a recognisable sample. */
final class SampleCertificates {

    private static final int VALID_MONTHS = 36;

    /** Sample certificates were issued 30 to 630 days ago, so they hold for at least another year. */
    private static final int YOUNGEST_DAYS = 30;

    private static final int SPREAD_DAYS = 600;

    private final SampleMarketPlan plan;
    private final LocalDate today;

    SampleCertificates(SampleMarketPlan plan, LocalDate today) {
        this.plan = plan;
        this.today = today;
    }

    /** The columns of an import row that make up a certificate. */
    record Columns(String decision, String issuedBy, LocalDate issuedOn, LocalDate validUntil) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(issuedOn) && !day.isAfter(validUntil);
        }
    }

    Columns of(SampleProduct product) {
        var decision = product.decision();
        var issuedOn = product.issuedOn();
        if (decision != null && issuedOn != null) {
            var issuedBy = product.issuedBy();
            return new Columns(
                    decision,
                    issuedBy == null ? plan.issuedBy() : issuedBy,
                    issuedOn,
                    issuedOn.plusMonths(VALID_MONTHS));
        }
        var validUntil = sampleEnd(product);
        return new Columns(
                plan.decision().formatted(product.id()),
                plan.issuedBy(),
                validUntil.minusMonths(VALID_MONTHS),
                validUntil);
    }

    private LocalDate sampleEnd(SampleProduct product) {
        if (product.id() == plan.endsInTwoDays()) {
            return today.plusDays(2);
        }
        var age = YOUNGEST_DAYS + product.id() * 7919 % SPREAD_DAYS;
        return plan.expired().contains(product.id())
                ? today.minusDays(age)
                : today.minusDays(age).plusMonths(VALID_MONTHS);
    }
}
