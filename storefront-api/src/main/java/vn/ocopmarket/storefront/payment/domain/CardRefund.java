package vn.ocopmarket.storefront.payment.domain;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;

/**
 * A refund as the provider has it now.
 *
 * @param orderId what it was made for; null when it was not made here
 * @param refundId our own id of it; null when it was not made here
 */
public record CardRefund(
        String id, @Nullable String orderId, @Nullable String refundId, Money amount, Refund.State state) {}
