package vn.ocopmarket.storefront.payment;

import org.jspecify.annotations.Nullable;

/**
 * Something the provider says has happened; only a hint to ask what is so now.
 *
 * @param id the same for every copy
 * @param about the id of the session, intent or refund
 * @param orderId what that was made for, where it says so
 * @param raw as it came
 */
public record ProviderEvent(
        String id, String type, String about, @Nullable String orderId, String raw) {}
