package vn.ocopmarket.storefront.checkout.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.checkout.PreparationRequest;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Destination;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Person;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.promotion.QuotingVouchers;

/** What a program sends to check out. */
record CheckoutRequest(
        @NotBlank String cartId,
        @NotNull @Valid ContactRequest contact,
        @NotNull @Valid DeliveryRequest delivery,
        @NotBlank String paymentMethod,
        @NotNull Money expectedTotal,
        @Nullable List<String> confirmations,

        @Nullable @Size(max = QuotingVouchers.MOST_AT_ONCE) List<@NotBlank @Size(max = 60) String> vouchers) {

    record ContactRequest(
            @NotBlank String name,
            @NotBlank String phone,
            @Nullable String email) {}

    record DeliveryRequest(
            @NotBlank String kind,
            @Nullable @Valid AddressRequest address,
            @Nullable String locationId) {

        Destination destination() {
            if ("ship".equals(kind) && address != null) {
                return new Destination.To(address.provinceCode(), address.communeCode(), address.street());
            }
            if ("pickup".equals(kind) && locationId != null) {
                return new Destination.At(locationId);
            }
            throw CheckoutProblems.invalid("ship".equals(kind) ? "delivery.address" : "delivery.kind");
        }
    }

    record AddressRequest(
            @NotBlank String provinceCode,
            @NotBlank String communeCode,
            @NotBlank String street) {}

    PreparationRequest under(String key, Locale locale) {
        return new PreparationRequest(
                key,
                cartId,
                new Person(contact.name(), contact.phone(), contact.email()),
                delivery.destination(),
                method(),
                expectedTotal,
                confirmations == null ? List.of() : confirmations,
                vouchers == null ? List.of() : vouchers,
                locale);
    }

    private PaymentMethod method() {
        return switch (paymentMethod) {
            case "card" -> PaymentMethod.CARD;
            case "vietqr" -> PaymentMethod.BANK_TRANSFER;
            case "cod" -> PaymentMethod.CASH_ON_DELIVERY;
            default -> throw CheckoutProblems.invalid("paymentMethod");
        };
    }
}
