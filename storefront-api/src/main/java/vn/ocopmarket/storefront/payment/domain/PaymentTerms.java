package vn.ocopmarket.storefront.payment.domain;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;

/** What was agreed when the payment began; never changes. */
public record PaymentTerms(
        String orderId,
        String orderNumber,
        Money amount,
        @Nullable String email,
        String successUrl,
        String cancelUrl,
        Instant deadline,
        Locale locale) {}
