package vn.ocopmarket.storefront.payment;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.outbox.WakeUp;
import vn.ocopmarket.storefront.payment.CardProvider.RefusedException;
import vn.ocopmarket.storefront.payment.domain.Book;
import vn.ocopmarket.storefront.payment.domain.CardRefund;
import vn.ocopmarket.storefront.payment.domain.Dispute;
import vn.ocopmarket.storefront.payment.domain.Payment;
import vn.ocopmarket.storefront.payment.domain.Payment.News;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Ended;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Open;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Starting;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Transfer;
import vn.ocopmarket.storefront.payment.domain.Refund;
import vn.ocopmarket.storefront.payment.domain.Schedule;

/** Does what a payment has left to do, as often as it takes: end it in time, tell the order, send refunds. */
final class CarryingOnPayments {

    private static final Logger LOG = LoggerFactory.getLogger(CarryingOnPayments.class);
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Payments payments;
    private final ChangingPayments changing;
    private final CardProvider provider;
    private final Supplier<PaymentOutcomes> order;
    private final WakeUp hints;

    /** @param order is asked for late, as it needs payments itself */
    CarryingOnPayments(
            Payments payments,
            ChangingPayments changing,
            CardProvider provider,
            Supplier<PaymentOutcomes> order,
            WakeUp hints) {
        this.payments = payments;
        this.changing = changing;
        this.provider = provider;
        this.order = order;
        this.hints = hints;
    }

    void hint() {
        hints.signal();
    }

    /** Everything that is due, a few side by side; gives how many. Never fails because of one of them. */
    Mono<Long> carryOnDue() {
        return Mono.defer(() -> payments.takeDue(changing.now(), changing.now().plus(LEASE)))
                .repeatWhen(taken -> taken.takeWhile(count -> count > 0))
                .flatMap(payment -> carryOn(payment).thenReturn(payment), 4)
                .count();
    }

    /** Complete: done, or scheduled again. One step that fails does not keep the others waiting. */
    Mono<Void> carryOn(Payment payment) {
        return Mono.defer(() -> {
            var failure = new AtomicReference<@Nullable Throwable>();
            return step(payment, this::settle, failure)
                    .flatMap(now -> step(now, this::tell, failure))
                    .flatMap(now -> step(now, this::refund, failure))
                    .flatMap(now -> step(now, this::tellRefunds, failure))
                    .flatMap(now -> step(now, this::tellDisputes, failure))
                    .flatMap(now -> reschedule(now, failure.get()))
                    .then();
        });
    }

    private static Mono<Payment> step(
            Payment payment, Function<Payment, Mono<Payment>> work, AtomicReference<@Nullable Throwable> failure) {
        return Mono.defer(() -> work.apply(payment)).onErrorResume(error -> {
            failure.set(error);
            return Mono.just(payment);
        });
    }

    private Mono<Payment> reschedule(Payment payment, @Nullable Throwable failure) {
        if (failure == null) {
            return changing.change(
                    payment.orderId(), now -> now.scheduled(new Schedule(now.nextDue(changing.now()), 0)));
        }
        return later(payment, failure);
    }

    private Mono<Payment> later(Payment payment, Throwable error) {
        LOG.warn("The payment of {} is carried on later: {}", payment.orderId(), error.toString());
        return changing.change(
                payment.orderId(), now -> now.scheduled(now.schedule().afterFailure(changing.now())));
    }

    private Mono<Payment> settle(Payment payment) {
        if (changing.now().isBefore(payment.terms().deadline())) {
            return Mono.just(payment);
        }
        return switch (payment.state()) {
            case Starting _, Transfer _ ->
                changing.change(payment.orderId(), now -> now.ended(Payment.EXPIRED, News.FAILED, changing.now()));
            case Open open -> provider.expire(open.sessionId()).flatMap(changing::apply);
            case Paid _, Ended _ -> Mono.just(payment);
        };
    }

    private Mono<Payment> tell(Payment payment) {
        return switch (payment.news()) {
            case null -> Mono.just(payment);
            case PAID ->
                order.get()
                        .paid(payment.orderId(), payment.received())
                        .then(changing.change(payment.orderId(), now -> now.told(News.PAID)));
            case SHORT ->
                order.get()
                        .paidInPart(payment.orderId(), payment.owed())
                        .then(changing.change(payment.orderId(), now -> now.told(News.SHORT)));
            case FAILED ->
                order.get()
                        .failed(payment.orderId(), payment.state() instanceof Ended ended ? ended.reason() : "")
                        .then(changing.change(payment.orderId(), now -> now.told(News.FAILED)));
        };
    }

    private Mono<Payment> refund(Payment payment) {
        return eachRefund(
                payment, refund -> refund.state() == Refund.State.RESERVED ? send(payment, refund) : Mono.empty());
    }

    private Mono<Payment> send(Payment payment, Refund refund) {
        var orderId = payment.orderId();
        return earlier(payment, refund)
                .switchIfEmpty(Mono.defer(() -> provider.refund(orderId, refund)))
                .flatMap(sent -> changing.change(orderId, now -> now.refundSeen(refund.id(), sent.state(), sent.id())))
                .onErrorResume(RefusedException.class, error -> {
                    LOG.error("Refund {} of {} has to be sent by hand", refund.id(), orderId, error);
                    return changing.change(orderId, now -> now.refundSeen(refund.id(), Refund.State.REFUSED, null));
                });
    }

    /**
     * What an earlier try, whose answer was lost, made of a refund: its key may be forgotten by now, and then the same call
     * gives money back twice. No refund is older than its payment, which is some minutes older than its deadline.
     */
    private Mono<CardRefund> earlier(Payment payment, Refund refund) {
        var forgottenFrom = payment.terms().deadline().plus(CardProvider.KEYS_REMEMBERED);
        return changing.now().isBefore(forgottenFrom) ? Mono.empty() : provider.refundOf(payment.orderId(), refund);
    }

    private Mono<Payment> tellRefunds(Payment payment) {
        return eachRefund(
                payment,
                refund -> refund.orderMustKnow()
                        ? order.get()
                                .refunded(payment.orderId(), refund.id(), refund.amount())
                                .then(changing.change(payment.orderId(), now -> now.refundTold(refund.id())))
                        : Mono.empty());
    }

    private Mono<Payment> tellDisputes(Payment payment) {
        return Flux.fromIterable(payment.book().disputes())
                .filter(Book.Contested::orderMustKnow)
                .map(Book.Contested::dispute)
                .concatMap(dispute -> order.get()
                        .disputed(payment.orderId(), dispute.id(), stage(dispute), dispute.amount())
                        .then(changing.change(payment.orderId(), now -> now.disputeTold(dispute))))
                .takeLast(1)
                .next()
                .defaultIfEmpty(payment);
    }

    private static PaymentOutcomes.Dispute stage(Dispute dispute) {
        return switch (dispute.state()) {
            case INQUIRY, NEEDS_RESPONSE -> PaymentOutcomes.Dispute.OPENED;
            case UNDER_REVIEW -> PaymentOutcomes.Dispute.ANSWERED;
            case WON -> PaymentOutcomes.Dispute.WON;
            case LOST -> PaymentOutcomes.Dispute.LOST;
        };
    }

    private static Mono<Payment> eachRefund(Payment payment, Function<Refund, Mono<Payment>> work) {
        return Flux.fromIterable(payment.refunds())
                .concatMap(work)
                .takeLast(1)
                .next()
                .defaultIfEmpty(payment);
    }
}
