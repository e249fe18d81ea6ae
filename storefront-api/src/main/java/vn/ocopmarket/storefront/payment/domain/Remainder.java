package vn.ocopmarket.storefront.payment.domain;

import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;

/** What is left of the money of an order that ended; a bank may have some of it, for a while or for good. */
public final class Remainder {

    private Remainder() {}

    /** Sets aside all that is here; what a bank lets go of later goes back under an id of its own. */
    public static Payment goingBack(Payment payment, String refundId, String reason) {
        var isFirst = payment.find(refundId).isEmpty();
        var id = isFirst ? refundId : refundId + ":" + payment.refunds().size();
        return payment.refunding(id, payment.refundable(), reason).orElse(payment);
    }

    /** Whether a bank has some of it and has not decided. */
    public static boolean isContested(Payment payment) {
        return payment.state() instanceof Paid paid && payment.book().isUndecided(paid.intentId());
    }

    /** Whether some of it was set aside and is not back. */
    public static boolean isUnderWay(Payment payment, String refundId) {
        return payment.refunds().stream()
                .anyMatch(refund -> refund.id().startsWith(refundId) && refund.state() != Refund.State.SUCCEEDED);
    }
}
