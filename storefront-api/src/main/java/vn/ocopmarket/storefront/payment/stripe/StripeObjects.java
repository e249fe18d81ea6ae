package vn.ocopmarket.storefront.payment.stripe;

import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.CardRefund;
import vn.ocopmarket.storefront.payment.domain.CardSession;
import vn.ocopmarket.storefront.payment.domain.Dispute;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Starting;
import vn.ocopmarket.storefront.payment.domain.PaymentTerms;
import vn.ocopmarket.storefront.payment.domain.Refund.State;

/** Stripe's objects from ours and back; amounts are whole dong, which Stripe calls a zero-decimal currency. */
final class StripeObjects {

    static final String ORDER_ID = "order_id";
    private static final String REFUND_ID = "refund_id";
    private static final String CURRENCY = "vnd";

    private StripeObjects() {}

    static SessionCreateParams toSession(PaymentTerms terms, Starting attempt) {
        var builder = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setUiMode(SessionCreateParams.UiMode.HOSTED_PAGE)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .addLineItem(toLine(terms))
                .setSuccessUrl(terms.successUrl())
                .setCancelUrl(terms.cancelUrl())
                .setExpiresAt(attempt.sessionExpiresAt().getEpochSecond())
                .setClientReferenceId(terms.orderId())
                .setLocale(toLocale(terms.locale()))
                .putMetadata(ORDER_ID, terms.orderId())
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .putMetadata(ORDER_ID, terms.orderId())
                        .build());
        var email = terms.email();
        return (email == null ? builder : builder.setCustomerEmail(email)).build();
    }

    private static LineItem toLine(PaymentTerms terms) {
        var product = PriceData.ProductData.builder()
                .setName("OCOP Market " + terms.orderNumber())
                .build();
        var price = PriceData.builder()
                .setCurrency(CURRENCY)
                .setUnitAmount(terms.amount().amount())
                .setProductData(product)
                .build();
        return LineItem.builder().setPriceData(price).setQuantity(1L).build();
    }

    private static SessionCreateParams.Locale toLocale(Locale locale) {
        return locale.getLanguage().equals("en") ? SessionCreateParams.Locale.EN : SessionCreateParams.Locale.VI;
    }

    static RefundCreateParams toRefund(String orderId, vn.ocopmarket.storefront.payment.domain.Refund refund) {
        return RefundCreateParams.builder()
                .setPaymentIntent(refund.intentId())
                .setAmount(refund.amount().amount())
                .putMetadata(ORDER_ID, orderId)
                .putMetadata(REFUND_ID, refund.id())
                .build();
    }

    static RequestOptions withKey(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    static CardSession toCardSession(Session session) {
        return new CardSession(
                session.getId(),
                metadata(session.getMetadata(), ORDER_ID),
                toStatus(session.getStatus()),
                "paid".equals(session.getPaymentStatus()),
                session.getPaymentIntent(),
                Money.dong(session.getAmountTotal()),
                session.getUrl(),
                Instant.ofEpochSecond(session.getCreated()));
    }

    private static CardSession.Status toStatus(String status) {
        return switch (status) {
            case "complete" -> CardSession.Status.COMPLETE;
            case "expired" -> CardSession.Status.EXPIRED;
            default -> CardSession.Status.OPEN;
        };
    }

    static CardRefund toCardRefund(Refund refund) {
        return new CardRefund(
                refund.getId(),
                metadata(refund.getMetadata(), ORDER_ID),
                metadata(refund.getMetadata(), REFUND_ID),
                Money.dong(refund.getAmount()),
                toState(refund.getStatus()));
    }

    private static State toState(String status) {
        return switch (status) {
            case "succeeded" -> State.SUCCEEDED;
            case "failed", "canceled" -> State.FAILED;
            default -> State.PENDING;
        };
    }

    static Dispute toDispute(com.stripe.model.Dispute dispute) {
        var details = dispute.getEvidenceDetails();
        var due = details == null ? null : details.getDueBy();
        return new Dispute(
                dispute.getId(),
                dispute.getPaymentIntent(),
                Money.dong(dispute.getAmount()),
                dispute.getReason(),
                toDisputeState(dispute.getStatus()),
                due == null ? null : Instant.ofEpochSecond(due));
    }

    /** An inquiry comes before a dispute and takes no money. */
    static Dispute.State toDisputeState(String status) {
        return switch (status) {
            case "won", "warning_closed", "prevented" -> Dispute.State.WON;
            case "lost" -> Dispute.State.LOST;
            case "under_review" -> Dispute.State.UNDER_REVIEW;
            case "warning_needs_response", "warning_under_review" -> Dispute.State.INQUIRY;
            default -> Dispute.State.NEEDS_RESPONSE;
        };
    }

    private static @Nullable String metadata(@Nullable Map<String, String> metadata, String name) {
        return metadata == null ? null : metadata.get(name);
    }
}
