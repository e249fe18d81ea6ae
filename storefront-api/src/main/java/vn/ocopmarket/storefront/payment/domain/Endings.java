package vn.ocopmarket.storefront.payment.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.payment.domain.Payment.News;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Ended;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Open;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Starting;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Transfer;
import vn.ocopmarket.storefront.payment.domain.Receipt.Source;

/** How payments end that nobody made, and what of them could be paid still. */
final class Endings {

    private Endings() {}

    static Payment ended(Payment payment, String reason, @Nullable News tell, Instant now) {
        return switch (payment.state()) {
            case Starting _, Open _, Transfer _ -> withoutUnused(payment.to(new Ended(reason, now), tell));
            case Ended ended
            when payment.isSwitched() ->
                withoutUnused(payment.endedAgain(new Ended(reason, now, ended.openSession()), tell));
            case Paid _, Ended _ -> payment;
        };
    }

    private static Payment withoutUnused(Payment payment) {
        return payment.with(payment.book().giveBackAllBut(null, Payment.UNUSED));
    }

    static Payment switched(Payment payment, Instant now) {
        return switch (payment.state()) {
            case Open open -> payment.to(new Ended(Payment.SWITCHED, now, open.sessionId()), payment.news());
            case Starting _, Transfer _ -> payment.to(new Ended(Payment.SWITCHED, now), payment.news());
            case Paid _, Ended _ -> payment;
        };
    }

    static Optional<String> openSession(Payment payment) {
        return switch (payment.state()) {
            case Open open -> Optional.of(open.sessionId());
            case Ended ended -> Optional.ofNullable(ended.openSession());
            case Paid paid ->
                paid.intentId().startsWith(Source.TRANSFERS)
                                && !paid.sessionId().equals(paid.intentId())
                        ? Optional.of(paid.sessionId())
                        : Optional.empty();
            case Starting _, Transfer _ -> Optional.empty();
        };
    }
}
