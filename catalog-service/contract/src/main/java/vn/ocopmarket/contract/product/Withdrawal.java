package vn.ocopmarket.contract.product;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The end of a certificate before its time.
 *
 * @param on the first day on which it no longer holds
 * @param reason in the words of the decision
 * @param decision number of the decision, or null when it is not known yet
 */
public record Withdrawal(
        LocalDate on, String reason, @Nullable String decision) {}
