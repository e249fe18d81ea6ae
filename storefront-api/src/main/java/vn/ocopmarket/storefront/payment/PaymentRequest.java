package vn.ocopmarket.storefront.payment;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;

/**
 * What is to be paid, and where the buyer goes afterwards.
 *
 * @param orderNumber what the buyer reads
 * @param email of the buyer, where known
 * @param successUrl absolute; the buyer comes here having paid
 * @param cancelUrl absolute; the buyer comes here having not paid
 * @param expiresAt after that nobody can pay any more
 * @param locale of the payment page
 */
public record PaymentRequest(
        String orderId,
        String orderNumber,
        Money amount,
        PaymentMethod method,
        @Nullable String email,
        String successUrl,
        String cancelUrl,
        Instant expiresAt,
        Locale locale) {}
