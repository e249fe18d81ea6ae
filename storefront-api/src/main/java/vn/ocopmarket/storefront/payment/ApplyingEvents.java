package vn.ocopmarket.storefront.payment;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.payment.CardProvider.RefusedException;
import vn.ocopmarket.storefront.payment.domain.CardRefund;
import vn.ocopmarket.storefront.payment.domain.Payment;

/** Takes events out of the inbox and applies what the provider has now; what the event itself says does not count. */
final class ApplyingEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyingEvents.class);
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final EventInbox inbox;
    private final Payments payments;
    private final ChangingPayments changing;
    private final CarryingOnPayments carryingOn;
    private final CardProvider provider;

    ApplyingEvents(
            EventInbox inbox,
            Payments payments,
            ChangingPayments changing,
            CarryingOnPayments carryingOn,
            CardProvider provider) {
        this.inbox = inbox;
        this.payments = payments;
        this.changing = changing;
        this.carryingOn = carryingOn;
        this.provider = provider;
    }

    /** Everything that is due; gives how many. An event that fails comes again when its time in hiding is over. */
    Mono<Long> applyDue() {
        return Mono.defer(() -> inbox.takeDue(changing.now(), changing.now().plus(LEASE)))
                .repeatWhen(taken -> taken.takeWhile(count -> count > 0))
                .flatMap(
                        event -> apply(event)
                                .then(Mono.defer(() -> inbox.done(event.id(), changing.now())))
                                .onErrorResume(error -> {
                                    LOG.warn("Event {} is applied later: {}", event.id(), error.toString());
                                    return Mono.empty();
                                })
                                .thenReturn(event),
                        4)
                .count();
    }

    /** What the provider does not know will not become known by asking again; reconciliation looks at everything it has. */
    private Mono<Void> apply(ProviderEvent event) {
        return ask(event).onErrorResume(RefusedException.class, error -> {
            LOG.error("Event {} is about something the provider does not know", event.id(), error);
            return Mono.empty();
        });
    }

    private Mono<Void> ask(ProviderEvent event) {
        return switch (event.type()) {
            case "checkout.session.completed",
                    "checkout.session.async_payment_succeeded",
                    "checkout.session.async_payment_failed",
                    "checkout.session.expired" ->
                provider.find(event.about()).flatMap(changing::apply).flatMap(this::goOn);
            case "payment_intent.succeeded" ->
                isKnown(event)
                        .filter(known -> !known)
                        .flatMap(_ -> provider.ofIntent(event.about()))
                        .flatMap(changing::apply)
                        .flatMap(this::goOn);
            case "refund.created", "refund.updated", "refund.failed" ->
                provider.findRefund(event.about()).flatMap(this::applyRefund).flatMap(this::goOn);
            default -> Mono.empty();
        };
    }

    private Mono<Boolean> isKnown(ProviderEvent event) {
        return Mono.justOrEmpty(event.orderId())
                .flatMap(payments::find)
                .map(payment -> payment.receipts().stream()
                        .anyMatch(receipt -> receipt.intentId().equals(event.about())))
                .defaultIfEmpty(false);
    }

    /** Empty when it is no refund of ours. */
    Mono<Payment> applyRefund(CardRefund refund) {
        var refundId = refund.refundId();
        return refundId == null
                ? Mono.empty()
                : Mono.justOrEmpty(refund.orderId())
                        .flatMap(orderId -> changing.change(
                                orderId, payment -> payment.refundSeen(refundId, refund.state(), refund.id())));
    }

    private Mono<Void> goOn(Payment payment) {
        return payment.isSettled() ? Mono.empty() : carryingOn.carryOn(payment);
    }
}
