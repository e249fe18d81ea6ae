package vn.ocopmarket.catalog.product.web;

import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.product.Withdrawal;

/**
 * The end of a certificate before its time.
 *
 * @param on the first day on which it no longer holds
 */
record WithdrawalRequest(
        @Nullable String reason,
        @Nullable String decision,
        @Nullable LocalDate on) {

    /** @throws Problem that names what is missing */
    Withdrawal withdrawal() {
        var errors = new ArrayList<FieldError>();
        if (reason == null || reason.isBlank()) {
            errors.add(FieldError.of("reason", "required"));
        }
        if (on == null) {
            errors.add(FieldError.of("on", "required"));
        }
        if (reason == null || on == null || !errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new Withdrawal(on, reason.strip(), decision);
    }
}
