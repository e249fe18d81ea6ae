package vn.ocopmarket.storefront.payout.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Refund;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.payout.domain.Amount;
import vn.ocopmarket.storefront.payout.domain.Movement;
import vn.ocopmarket.storefront.payout.domain.Movement.Kind;
import vn.ocopmarket.storefront.payout.domain.Movement.Subject;
import vn.ocopmarket.storefront.payout.domain.Payout;

/** Stripe's objects as ours. */
final class AccountObjects {

    private static final String ORDER_ID = "order_id";
    private static final String REFUND_ID = "refund_id";

    private AccountObjects() {}

    static Payout toPayout(com.stripe.model.Payout payout, List<Movement> movements) {
        return new Payout(
                payout.getId(),
                payout.getStatus(),
                new Amount(payout.getAmount(), payout.getCurrency().toUpperCase(Locale.ROOT)),
                Instant.ofEpochSecond(payout.getCreated()),
                // Stripe means a day, and writes it as its first second in UTC.
                Instant.ofEpochSecond(payout.getArrivalDate())
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate(),
                movements);
    }

    /** Whether it is the payout itself, which is listed with what it pays out. */
    static boolean isPayout(BalanceTransaction transaction) {
        return transaction.getType().startsWith("payout");
    }

    /** @param charge that it is about; null when it is about none, or about a refund */
    static Movement toMovement(BalanceTransaction transaction, @Nullable Charge charge) {
        return new Movement(
                transaction.getId(),
                toKind(transaction),
                Objects.requireNonNullElse(transaction.getSource(), transaction.getId()),
                transaction.getSourceObject() instanceof Refund refund ? toSubject(refund) : toSubject(charge),
                transaction.getAmount(),
                transaction.getFee());
    }

    private static Kind toKind(BalanceTransaction transaction) {
        return switch (transaction.getReportingCategory()) {
            case "charge" -> Kind.CHARGE;
            case "refund", "partial_capture_reversal" -> Kind.REFUND;
            case "dispute", "dispute_reversal" -> Kind.DISPUTE;
            default -> Kind.OTHER;
        };
    }

    private static Subject toSubject(@Nullable Charge charge) {
        return charge == null
                ? Subject.UNKNOWN
                : new Subject(charge.getMetadata().get(ORDER_ID), null, charge.getPaymentIntent(), null);
    }

    private static Subject toSubject(Refund refund) {
        var metadata = refund.getMetadata();
        return new Subject(metadata.get(ORDER_ID), null, refund.getPaymentIntent(), metadata.get(REFUND_ID));
    }
}
