package vn.ocopmarket.storefront.checkout.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.banktransfer.TransferSlips;
import vn.ocopmarket.storefront.banktransfer.TransferSlips.Slip;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.pages.QrSvg;
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
    record PaymentView(
            String method,
            @Nullable String redirectUrl,
            @Nullable QrView qr) {}

    /**
     * What a banking app scans.
     *
     * @param image as an address that holds the picture itself
     */
    record QrView(String payload, String image, Slip transfer) {

        static QrView of(Slip slip) {
            var svg = QrSvg.of(slip.payload()).picture().getBytes(StandardCharsets.UTF_8);
            return new QrView(
                    slip.payload(),
                    "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg),
                    slip);
        }
    }

    static CheckoutView of(Prepared prepared, TransferSlips slips) {
        var order = prepared.order();
        var preparation = order.preparation();
        var reference = preparation.reference();
        var qr = reference == null ? null : QrView.of(slips.of(reference, order.total()));
        return new CheckoutView(
                new OrderSummary(
                        order.id(), order.number(), firstState(order.method()).name(), order.total()),
                new PaymentView(name(order.method()), preparation.redirectUrl(), qr),
                prepared.trackingUrl(),
                preparation.holdExpiresAt());
    }

    private static OrderState firstState(PaymentMethod method) {
        return switch (method) {
            case CARD, BANK_TRANSFER -> OrderState.PLACED;
            case CASH_ON_DELIVERY -> OrderState.CONFIRMED;
        };
    }

    private static String name(PaymentMethod method) {
        return switch (method) {
            case CARD -> "card";
            case BANK_TRANSFER -> "vietqr";
            case CASH_ON_DELIVERY -> "cod";
        };
    }
}
