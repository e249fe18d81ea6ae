package vn.ocopmarket.storefront.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.ocopmarket.storefront.payment.Payments.ChangedMeanwhileException;
import vn.ocopmarket.storefront.payment.domain.CardSession;
import vn.ocopmarket.storefront.payment.domain.Payment;
import vn.ocopmarket.storefront.payment.domain.Schedule;

/** Changes a payment against everybody else who does: reads, decides, writes only what it read. */
final class ChangingPayments {

    private static final int TRIES = 20;

    /** Whoever makes a change carries it on at once; others do when that one has died. */
    private static final Duration HEAD_START = Duration.ofSeconds(10);

    private final Payments payments;
    private final Clock clock;

    ChangingPayments(Payments payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    /** The payment afterwards; empty when the order has none. What is left to do is scheduled with the change. */
    Mono<Payment> change(String orderId, UnaryOperator<Payment> change) {
        return Mono.defer(() -> payments.find(orderId).flatMap(before -> replace(before, change.apply(before))))
                .retryWhen(Retry.max(TRIES).filter(ChangedMeanwhileException.class::isInstance));
    }

    private Mono<Payment> replace(Payment before, Payment after) {
        if (after.equals(before)) {
            return Mono.just(before);
        }
        var isNew = !after.isSettled() && after.schedule().equals(before.schedule());
        return payments.replace(before, isNew ? after.scheduled(new Schedule(now().plus(HEAD_START), 0)) : after);
    }

    /** Applies what the provider says; empty when the session belongs to no payment of ours. */
    Mono<Payment> apply(CardSession session) {
        return Mono.justOrEmpty(session.orderId())
                .flatMap(orderId -> change(orderId, payment -> payment.seen(session, now())));
    }

    Instant now() {
        return clock.instant();
    }
}
