package vn.ocopmarket.catalog.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.product.Certificate;

/**
 * A recognition to add.
 *
 * @param number unique within the product; the decision's number when it is left out
 * @param validUntil 36 months after the day of issue when it is left out
 * @param extendedUntil last day of a transition extension with proof of the dossier, or null
 * @param coveredSkus empty for the whole product
 */
public record CertificateDraft(
        @Nullable String number,
        String decision,
        @Nullable String issuedBy,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        int stars,
        @Nullable LocalDate extendedUntil,
        Set<String> coveredSkus) {

    private static final int MONTHS_OF_VALIDITY = 36;
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
        return errors;
    }

    /** Only when there are no {@link #errors}. */
    Certificate certificate() {
        var issued = Objects.requireNonNull(issuedOn);
        return new Certificate(
                number == null || number.isBlank() ? decision : number,
                decision,
                Objects.requireNonNullElse(issuedBy, ""),
                issued,
                Objects.requireNonNullElseGet(validUntil, () -> issued.plusMonths(MONTHS_OF_VALIDITY)),
                stars,
                extendedUntil,
                null,
                coveredSkus);
    }
}
