package vn.ocopmarket.storefront.payment;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.cardevent.EventInbox;
import vn.ocopmarket.storefront.cardevent.EventInbox.ProviderEvent;
import vn.ocopmarket.storefront.payment.CardProvider.RefusedException;
import vn.ocopmarket.storefront.payment.domain.CardRefund;
import vn.ocopmarket.storefront.payment.domain.Dispute;
import vn.ocopmarket.storefront.payment.domain.Payment;

/** Takes events out of the inbox and applies what the provider has now; what the event itself says does not count. */
final class ApplyingEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyingEvents.class);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final int MOST_DOUBLINGS = 7;

    /** The last one is more than a day after the first; meanwhile reconciliation does what the event is about. */
    private static final int ATTEMPTS = 45;

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

    /** Everything that is due; gives how many. An event that fails comes again later and later, and is parked in the end. */
    Mono<Long> applyDue() {
        return Mono.defer(() -> inbox.takeDue(changing.now(), changing.now().plus(LEASE)))
                .repeatWhen(taken -> taken.takeWhile(count -> count > 0))
                .flatMap(
                        event -> apply(event)
                                .then(Mono.defer(() -> inbox.done(event.id(), changing.now())))
                                .onErrorResume(error -> later(event, error))
                                .thenReturn(event),
                        4)
                .count();
    }

    private Mono<Void> later(ProviderEvent event, Throwable error) {
        LOG.warn("Event {} is applied later: {}", event.id(), error.toString());
        return inbox.failed(event.id(), error.toString()).flatMap(tries -> {
            if (tries >= ATTEMPTS) {
                LOG.error("Event {} is parked", event.id());
                return inbox.park(event.id(), changing.now());
            }
            var pause = LEASE.multipliedBy(1L << Math.clamp(tries - 1L, 0, MOST_DOUBLINGS));
            return inbox.later(event.id(), changing.now().plus(pause));
        });
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
            case "charge.dispute.created",
                    "charge.dispute.updated",
                    "charge.dispute.closed",
                    "charge.dispute.funds_withdrawn",
                    "charge.dispute.funds_reinstated" ->
                provider.findDispute(event.about()).flatMap(this::applyDispute).flatMap(this::goOn);
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

    /** Empty when it is about no money of ours. */
    private Mono<Payment> applyDispute(Dispute dispute) {
        return provider.ofIntent(dispute.intentId())
                .flatMap(session -> Mono.justOrEmpty(session.orderId()))
                .flatMap(orderId -> changing.change(orderId, payment -> payment.disputed(dispute)));
    }

    private Mono<Void> goOn(Payment payment) {
        return payment.isSettled() ? Mono.empty() : carryingOn.carryOn(payment);
    }
}
