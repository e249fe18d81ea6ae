package vn.ocopmarket.storefront.payment.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;

/**
 * A payment session as the provider has it now.
 *
 * @param orderId what it was made for; null when it was not made here
 * @param intentId the money's own id; null before the first attempt to pay
 * @param url where the buyer pays; null when it is not open
 */
public record CardSession(
        String id,
        @Nullable String orderId,
        Status status,
        boolean paid,
        @Nullable String intentId,
        Money amount,
        @Nullable String url,
        Instant createdAt) {

    /** Whether it can still be paid. */
    public enum Status {
        OPEN,
        COMPLETE,
        EXPIRED
    }
}
