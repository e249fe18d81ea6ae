package vn.ocopmarket.storefront.checkout.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** The answer to a checkout: the same at every repetition, so it tells the state the order was made in. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckoutView(
        OrderSummary order,
        PaymentView payment,
        String trackingUrl,
        @Nullable Instant holdExpiresAt) {

    record OrderSummary(String id, String number, String state, Money total) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaymentView(String method, @Nullable String redirectUrl) {}

    static CheckoutView of(Prepared prepared) {
        var order = prepared.order();
        var preparation = order.preparation();
        return new CheckoutView(
                new OrderSummary(
                        order.id(), order.number(), firstState(order.method()).name(), order.total()),
                new PaymentView(name(order.method()), preparation.redirectUrl()),
                prepared.trackingUrl(),
                preparation.holdExpiresAt());
    }

    private static OrderState firstState(PaymentMethod method) {
        return switch (method) {
            case CARD -> OrderState.PLACED;
            case CASH_ON_DELIVERY -> OrderState.CONFIRMED;
        };
    }

    private static String name(PaymentMethod method) {
        return switch (method) {
            case CARD -> "card";
            case CASH_ON_DELIVERY -> "cod";
        };
    }
}
