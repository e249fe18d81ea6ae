package vn.ocopmarket.storefront.checkout.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.checkout.PreparationRequest;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Destination;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Person;
import vn.ocopmarket.storefront.pages.AgeCookie;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.promotion.QuotingVouchers;

/**
 * The checkout form as it was sent; everything may be missing.
 *
 * @param key the idempotency key, the same however often the form is sent
 * @param step what the button asked for: {@code place} only shows communes and the fee, {@code voucher} what a code takes off,
 *     else the order is made
 * @param quoted where the total that was shown sends to
 * @param shown the total that was shown, in dong
 * @param vouchers codes that count in what was shown, with spaces between
 * @param voucher one more, as it was typed
 * @param drop one that is not to count any more
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
        @Nullable Long shown,
        @Nullable String vouchers,
        @Nullable String voucher,
        @Nullable String drop) {

    private static final Pattern SPACE = Pattern.compile(" +");

    /**
     * @param voucher that was typed beside the cart, or null
     * @param email of who is signed in; empty of a guest
     */
    static CheckoutForm empty(@Nullable String voucher, String email) {
        return new CheckoutForm(
                null, null, null, null, email, "ship", null, null, null, null, "card", null, null, null, null, voucher,
                null);
    }

    /** Codes that counted before and still do, in order. */
    List<String> kept() {
        return QuotingVouchers.codes(SPACE.splitAsStream(text(vouchers))
                .filter(code -> !code.equals(drop))
                .toList());
    }

    boolean hasNewVoucher() {
        return voucher != null && !voucher.isBlank();
    }

    /** Whether it only asks what the order would cost. */
    boolean onlyLooks() {
        return "place".equals(step) || "voucher".equals(step) || drop != null;
    }

    public boolean isPickup() {
        return "pickup".equals(delivery);
    }

    /** Where it would go, in one word: a total is shown for one destination. */
    public String destination() {
        return isPickup() ? "pickup" : text(province);
    }

    /** @param age what this browser was told of its buyer's age, or null */
    PreparationRequest request(String cartId, String orderKey, @Nullable String age, Locale locale) {
        return new PreparationRequest(
                orderKey,
                cartId,
                new Person(text(name), text(phone), email),
                isPickup()
                        ? new Destination.At(text(location))
                        : new Destination.To(text(province), text(commune), text(street)),
                method(),
                Money.dong(shown == null ? 0 : shown),
                false,
                confirmations(age),
                kept(),
                locale);
    }

    /** Nobody confirms an age without having given a date of birth. */
    private List<String> confirmations(@Nullable String age) {
        if (AgeCookie.isUnderAge(age)) {
            return List.of("under-18");
        }
        return adult != null && AgeCookie.isAdult(age) ? List.of("age-18") : List.of();
    }

    private PaymentMethod method() {
        return switch (text(payment)) {
            case "cod" -> PaymentMethod.CASH_ON_DELIVERY;
            case "vietqr" -> PaymentMethod.BANK_TRANSFER;
            default -> PaymentMethod.CARD;
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
