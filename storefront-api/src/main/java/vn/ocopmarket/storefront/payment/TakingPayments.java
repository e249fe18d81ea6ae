package vn.ocopmarket.storefront.payment;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.CardProvider.UnreachableException;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentEnd;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentEnd.AlreadyPaid;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart.AlreadyOver;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart.AmountRefused;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart.Redirect;
import vn.ocopmarket.storefront.payment.domain.Payment;
import vn.ocopmarket.storefront.payment.domain.PaymentState;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Ended;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Open;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Starting;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Transfer;
import vn.ocopmarket.storefront.payment.domain.PaymentTerms;
import vn.ocopmarket.storefront.payment.domain.Reference;
import vn.ocopmarket.storefront.payment.domain.Remainder;
import vn.ocopmarket.storefront.payment.domain.Schedule;

/** Cash needs nothing; cards go through the provider's sessions, transfers through the bank; one way at a time. */
final class TakingPayments implements TakingPayment {

    private final Payments payments;
    private final ChangingPayments changing;
    private final CarryingOnPayments carryingOn;
    private final OpeningCards cards;
    private final boolean takesTransfers;

    TakingPayments(
            Payments payments,
            ChangingPayments changing,
            CarryingOnPayments carryingOn,
            OpeningCards cards,
            boolean takesTransfers) {
        this.payments = payments;
        this.changing = changing;
        this.carryingOn = carryingOn;
        this.cards = cards;
        this.takesTransfers = takesTransfers;
    }

    @Override
    public boolean offers(PaymentMethod method) {
        return method != PaymentMethod.BANK_TRANSFER || takesTransfers;
    }

    @Override
    public Mono<PaymentStart> start(PaymentRequest request) {
        var terms = terms(request);
        return switch (request.method()) {
            case CASH_ON_DELIVERY -> Mono.just(new PaymentStart.NothingToDo());
            case CARD, BANK_TRANSFER -> {
                var refused = refused(request.method(), request.amount());
                yield refused != null
                        ? Mono.just(refused)
                        : payments.insert(Payment.begin(terms, attempt(request.method(), terms, 1)))
                                .flatMap(this::goOn);
            }
        };
    }

    private static @Nullable AmountRefused refused(PaymentMethod method, Money amount) {
        return switch (method) {
            case CASH_ON_DELIVERY -> null;
            case CARD -> refused(amount, CardProvider.LEAST, CardProvider.MOST);
            case BANK_TRANSFER -> refused(amount, ReceivingTransfers.LEAST, ReceivingTransfers.MOST);
        };
    }

    private static @Nullable AmountRefused refused(Money amount, Money least, Money most) {
        return amount.compareTo(least) < 0 || amount.compareTo(most) > 0 ? new AmountRefused(least, most) : null;
    }

    private static PaymentTerms terms(PaymentRequest request) {
        return new PaymentTerms(
                request.orderId(),
                request.orderNumber(),
                request.amount(),
                request.email(),
                request.successUrl(),
                request.cancelUrl(),
                request.expiresAt(),
                request.locale());
    }

    private PaymentState attempt(PaymentMethod method, PaymentTerms terms, long number) {
        return method == PaymentMethod.CARD
                ? cards.attempt(terms, number)
                : new Transfer(Reference.of(terms.orderNumber(), number));
    }

    private Mono<PaymentStart> goOn(Payment payment) {
        if (!changing.now().isBefore(payment.terms().deadline())) {
            return Mono.just(new AlreadyOver());
        }
        return switch (payment.state()) {
            case Starting attempt -> cards.open(payment, attempt);
            case Open open -> Mono.just(new Redirect(open.url()));
            case Transfer(var reference) -> Mono.just(new PaymentStart.ToTransfer(reference));
            case Paid _, Ended _ -> Mono.just(new AlreadyOver());
        };
    }

    @Override
    public Mono<PaymentStart> startAgain(String orderId, PaymentMethod method) {
        return payments.find(orderId)
                .filter(payment -> changing.now().isBefore(payment.terms().deadline()))
                .flatMap(payment -> {
                    var refused = refused(method, payment.terms().amount());
                    return refused == null ? switchTo(orderId, method) : Mono.just(refused);
                })
                .defaultIfEmpty(new AlreadyOver());
    }

    /** What is open ends first; money that came through it meanwhile wins. */
    private Mono<PaymentStart> switchTo(String orderId, PaymentMethod method) {
        return changing.change(orderId, now -> now.switched(changing.now()))
                .flatMap(now -> Mono.justOrEmpty(now.isSwitched() ? now.openSession() : Optional.empty()))
                .flatMap(cards::expire)
                .then(changing.change(orderId, now -> begunAgain(now, method)))
                .flatMap(this::goOn);
    }

    /** The number of the new attempt is larger than that of all before, as each of them was a change. */
    private Payment begunAgain(Payment now, PaymentMethod method) {
        return now.version() < Reference.MOST_ATTEMPTS
                ? now.begunAgain(attempt(method, now.terms(), now.version() + 1))
                : now;
    }

    @Override
    public Mono<PaymentEnd> end(String orderId) {
        return payments.find(orderId)
                .flatMap(payment -> switch (payment.state()) {
                    case Starting _, Transfer _, Ended _ ->
                        changing.change(orderId, now -> now.ended("ended", null, changing.now()));
                    case Open(var sessionId, var _) ->
                        cards.expire(sessionId)
                                .flatMap(_ -> changing.change(orderId, now -> now.told(Payment.News.FAILED)));
                    case Paid _ -> Mono.just(payment);
                })
                .flatMap(payment -> switch (payment.state()) {
                    case Starting _, Open _, Transfer _ -> end(orderId);
                    case Paid _ -> Mono.<PaymentEnd>just(new AlreadyPaid());
                    case Ended _ -> Mono.<PaymentEnd>just(new PaymentEnd.Ended());
                })
                .defaultIfEmpty(new PaymentEnd.Ended());
    }

    @Override
    public Mono<Void> refund(String orderId, String refundId, Money amount, String reason) {
        return refund(
                        orderId,
                        payment -> payment.refunding(refundId, amount, reason)
                                .orElseThrow(() -> new RefundRefusedException(orderId)))
                .then();
    }

    @Override
    public Mono<Rest> refundRest(String orderId, String refundId, String reason) {
        return refund(orderId, payment -> Remainder.goingBack(payment, refundId, reason))
                .map(payment -> {
                    if (Remainder.isContested(payment)) {
                        return Rest.CONTESTED;
                    }
                    return Remainder.isUnderWay(payment, refundId) ? Rest.GOING_BACK : Rest.NOTHING_LEFT;
                });
    }

    private Mono<Payment> refund(String orderId, UnaryOperator<Payment> refunding) {
        return changing.change(orderId, payment -> {
                    var after = refunding.apply(payment);
                    return after.equals(payment) ? payment : after.scheduled(new Schedule(changing.now(), 0));
                })
                .switchIfEmpty(Mono.error(() -> new RefundRefusedException(orderId)))
                .doOnSuccess(_ -> carryingOn.hint());
    }

    @Override
    public Mono<Void> check(String orderId) {
        return payments.find(orderId)
                .flatMap(payment ->
                        payment.state() instanceof Open open ? cards.look(open.sessionId()) : Mono.just(payment))
                .filter(payment -> !payment.isSettled())
                .flatMap(carryingOn::carryOn)
                .onErrorResume(UnreachableException.class, _ -> Mono.empty())
                .then();
    }
}
