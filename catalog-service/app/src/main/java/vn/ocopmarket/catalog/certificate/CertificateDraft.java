package vn.ocopmarket.catalog.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Evidence;
import vn.ocopmarket.contract.product.Life;
import vn.ocopmarket.contract.product.Limit;

/**
 * A recognition to add.
 *
 * @param number unique within the product; the decision's number when it is left out
 * @param validUntil 36 months after the day of issue when it is left out
 * @param extendedUntil last day of a transition extension with proof of the dossier, or null
 * @param coveredSkus empty for the whole product
 * @param proof for the extension; required with it
 * @param statement who said it and when it was checked, or null
 */
public record CertificateDraft(
        @Nullable String number,
        String decision,
        @Nullable String issuedBy,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        int stars,
        @Nullable LocalDate extendedUntil,
        Set<String> coveredSkus,
        Life.@Nullable Extension proof,
        @Nullable StatementDraft statement) {

    private static final int FEWEST_STARS = 3;
    private static final int MOST_STARS = 5;

    public CertificateDraft {
        decision = Objects.requireNonNullElse(decision, "");
        coveredSkus = Set.copyOf(Objects.requireNonNullElse(coveredSkus, Set.of()));
    }

    List<FieldError> errors(Set<String> skus) {
        var errors = new ArrayList<FieldError>();
        if (decision.isBlank()) {
            errors.add(FieldError.of("decision", "required"));
        }
        if (issuedOn == null) {
            errors.add(FieldError.of("issuedOn", "required"));
        } else if (validUntil != null && validUntil.isBefore(issuedOn)) {
            errors.add(FieldError.of("validUntil", "ends-before-it-begins"));
        }
        if (stars < FEWEST_STARS || stars > MOST_STARS) {
            errors.add(FieldError.of("stars", "stars", stars));
        }
        if (!skus.containsAll(coveredSkus)) {
            errors.add(FieldError.of("coveredSkus", "unknown-sku"));
        }
        if (extendedUntil != null && proof == null) {
            errors.add(FieldError.of("proof", "required"));
        } else if (extendedUntil != null && proof != null && issuedOn != null) {
            errors.addAll(CertificateAct.Extend.errors(end(issuedOn), extendedUntil, proof));
        }
        if (statement != null) {
            errors.addAll(statement.errors("statement."));
        }
        return errors;
    }

    /** Only when there are no {@link #errors}. */
    Certificate certificate(Caller caller, LocalDate today) {
        var issued = Objects.requireNonNull(issuedOn);
        return new Certificate(
                number == null || number.isBlank() ? decision : number,
                decision,
                Objects.requireNonNullElse(issuedBy, ""),
                issued,
                end(issued),
                stars,
                extendedUntil,
                null,
                coveredSkus,
                new Life(null, proof, List.of()),
                new Evidence(null, statement == null ? null : statement.statement(caller, today)));
    }

    private LocalDate end(LocalDate issued) {
        return Objects.requireNonNullElseGet(validUntil, () -> issued.plusMonths(Limit.CERTIFICATE_MONTHS.on(issued)));
    }
}
