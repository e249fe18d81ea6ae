package vn.ocopmarket.storefront.checkout.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.checkout.PreparationRequest;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Destination;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Person;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/**
 * The checkout form as it was sent; everything may be missing.
 *
 * @param key the idempotency key, the same however often the form is sent
 * @param step what the button asked for: {@code place} only shows communes and the fee, else the order is made
 * @param quoted where the total that was shown sends to
 * @param shown the total that was shown, in dong
 */
record CheckoutForm(
        @Nullable String key,
        @Nullable String step,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String delivery,
        @Nullable String province,
        @Nullable String commune,
        @Nullable String street,
        @Nullable String location,
        @Nullable String payment,
        @Nullable String adult,
        @Nullable String quoted,
        @Nullable Long shown) {

    static CheckoutForm empty() {
        return new CheckoutForm(null, null, null, null, null, "ship", null, null, null, null, "card", null, null, null);
    }

    public boolean isPickup() {
        return "pickup".equals(delivery);
    }

    /** Where it would go, in one word: a total is shown for one destination. */
    public String destination() {
        return isPickup() ? "pickup" : text(province);
    }

    PreparationRequest request(String cartId, String orderKey, Locale locale) {
        return new PreparationRequest(
                orderKey,
                cartId,
                new Person(text(name), text(phone), email),
                isPickup()
                        ? new Destination.At(text(location))
                        : new Destination.To(text(province), text(commune), text(street)),
                "cod".equals(payment) ? PaymentMethod.CASH_ON_DELIVERY : PaymentMethod.CARD,
                Money.dong(shown == null ? 0 : shown),
                adult == null ? List.of() : List.of("age-18"),
                locale);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
