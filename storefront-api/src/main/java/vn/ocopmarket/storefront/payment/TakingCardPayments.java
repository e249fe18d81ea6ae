package vn.ocopmarket.storefront.payment;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.CardProvider.RefusedException;
import vn.ocopmarket.storefront.payment.CardProvider.UnreachableException;
import vn.ocopmarket.storefront.payment.PaymentEnd.AlreadyPaid;
import vn.ocopmarket.storefront.payment.PaymentStart.AlreadyOver;
import vn.ocopmarket.storefront.payment.PaymentStart.AmountRefused;
import vn.ocopmarket.storefront.payment.PaymentStart.Redirect;
import vn.ocopmarket.storefront.payment.PaymentStart.Unreachable;
import vn.ocopmarket.storefront.payment.domain.CardSession;
import vn.ocopmarket.storefront.payment.domain.Payment;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Ended;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Open;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Starting;
import vn.ocopmarket.storefront.payment.domain.PaymentTerms;
import vn.ocopmarket.storefront.payment.domain.Schedule;

/** Cash needs nothing; cards go through the provider's sessions, one at a time for each order. */
final class TakingCardPayments implements TakingPayment {

    private static final Logger LOG = LoggerFactory.getLogger(TakingCardPayments.class);

    /** A session must stay open longer than the provider's shortest time also when the call comes a while later. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Payments payments;
    private final ChangingPayments changing;
    private final CarryingOnPayments carryingOn;
    private final CardProvider provider;

    TakingCardPayments(
            Payments payments, ChangingPayments changing, CarryingOnPayments carryingOn, CardProvider provider) {
        this.payments = payments;
        this.changing = changing;
        this.carryingOn = carryingOn;
        this.provider = provider;
    }

    @Override
    public Mono<PaymentStart> start(PaymentRequest request) {
        if (request.method() == PaymentMethod.CASH_ON_DELIVERY) {
            return Mono.just(new PaymentStart.NothingToDo());
        }
        if (request.amount().compareTo(CardProvider.LEAST) < 0
                || request.amount().compareTo(CardProvider.MOST) > 0) {
            return Mono.just(new AmountRefused(CardProvider.LEAST, CardProvider.MOST));
        }
        var terms = terms(request);
        return payments.insert(Payment.begin(terms, attempt(terms, 1))).flatMap(this::goOn);
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

    private Starting attempt(PaymentTerms terms, int number) {
        var wanted = Duration.between(changing.now(), terms.deadline());
        var least = CardProvider.SHORTEST.plus(MARGIN);
        var most = CardProvider.LONGEST.minus(MARGIN);
        var open = wanted.compareTo(least) < 0 ? least : wanted.compareTo(most) > 0 ? most : wanted;
        var key = terms.orderId() + ":" + number + ":session";
        return new Starting(number, key, provider.now().plus(open));
    }

    private Mono<PaymentStart> goOn(Payment payment) {
        return switch (payment.state()) {
            case Starting _ when isTooLate(payment) -> Mono.just(new AlreadyOver());
            case Starting attempt -> open(payment, attempt);
            case Open _ when isTooLate(payment) -> Mono.just(new AlreadyOver());
            case Open open -> Mono.just(new Redirect(open.url()));
            case Paid _, Ended _ -> Mono.just(new AlreadyOver());
        };
    }

    private boolean isTooLate(Payment payment) {
        return !changing.now().isBefore(payment.terms().deadline());
    }

    private Mono<PaymentStart> open(Payment payment, Starting attempt) {
        if (attempt.sessionExpiresAt().isBefore(provider.now().plus(CardProvider.SHORTEST))) {
            return changing.change(payment.orderId(), now -> now.attempted(attempt(now.terms(), attempt.attempt() + 1)))
                    .flatMap(this::goOn);
        }
        return provider.open(payment.terms(), attempt)
                .flatMap(session -> opened(payment.orderId(), session))
                .onErrorResume(UnreachableException.class, error -> {
                    LOG.warn("The payment of {} could not begin: {}", payment.orderId(), error.getMessage());
                    return Mono.just(new Unreachable());
                })
                .onErrorResume(RefusedException.class, error -> {
                    LOG.error("The payment of {} could not begin", payment.orderId(), error);
                    return Mono.just(new Unreachable());
                });
    }

    private Mono<PaymentStart> opened(String orderId, CardSession session) {
        var url = session.url();
        if (url == null) {
            return changing.apply(session).thenReturn(new AlreadyOver());
        }
        return changing.change(orderId, payment -> payment.opened(new Open(session.id(), url)))
                .flatMap(payment -> payment.state() instanceof Open open
                                && open.sessionId().equals(session.id())
                        ? Mono.just(new Redirect(url))
                        // Ended while the provider was asked: nobody may pay this session.
                        : provider.expire(session.id()).flatMap(changing::apply).thenReturn(new AlreadyOver()));
    }

    @Override
    public Mono<PaymentEnd> end(String orderId) {
        return payments.find(orderId)
                .flatMap(payment -> switch (payment.state()) {
                    case Starting _ -> changing.change(orderId, now -> now.ended("ended", null, changing.now()));
                    case Open open ->
                        provider.expire(open.sessionId())
                                .flatMap(changing::apply)
                                .flatMap(_ -> changing.change(orderId, now -> now.told(Payment.News.FAILED)));
                    case Paid _, Ended _ -> Mono.just(payment);
                })
                .flatMap(payment -> payment.state() instanceof Open ? end(orderId) : Mono.just(endOf(payment)))
                .defaultIfEmpty(new PaymentEnd.Ended());
    }

    private static PaymentEnd endOf(Payment payment) {
        return payment.state() instanceof Paid ? new AlreadyPaid() : new PaymentEnd.Ended();
    }

    @Override
    public Mono<Void> refund(String orderId, String refundId, Money amount, String reason) {
        return changing.change(orderId, payment -> refunding(payment, refundId, amount, reason))
                .switchIfEmpty(Mono.error(() -> new RefundRefusedException(orderId)))
                .doOnSuccess(_ -> carryingOn.hint())
                .then();
    }

    private Payment refunding(Payment payment, String refundId, Money amount, String reason) {
        var after = payment.refunding(refundId, amount, reason)
                .orElseThrow(() -> new RefundRefusedException(payment.orderId()));
        return after.equals(payment) ? payment : after.scheduled(new Schedule(changing.now(), 0));
    }

    @Override
    public Mono<Void> check(String orderId) {
        return payments.find(orderId)
                .flatMap(payment -> payment.state() instanceof Open open
                        ? provider.find(open.sessionId()).flatMap(changing::apply)
                        : Mono.just(payment))
                .filter(payment -> !payment.isSettled())
                .flatMap(carryingOn::carryOn)
                .onErrorResume(UnreachableException.class, _ -> Mono.empty())
                .then();
    }
}
