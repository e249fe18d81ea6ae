package vn.ocopmarket.storefront.payment;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.payment.CardProvider.RefusedException;
import vn.ocopmarket.storefront.payment.CardProvider.UnreachableException;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart.AlreadyOver;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart.Redirect;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart.Unreachable;
import vn.ocopmarket.storefront.payment.domain.CardSession;
import vn.ocopmarket.storefront.payment.domain.Payment;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Open;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Starting;
import vn.ocopmarket.storefront.payment.domain.PaymentTerms;

/** Opens the provider's sessions, one at a time for each order. */
final class OpeningCards {

    private static final Logger LOG = LoggerFactory.getLogger(OpeningCards.class);

    /** A session must stay open longer than the provider's shortest time also when the call comes a while later. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final ChangingPayments changing;
    private final CardProvider provider;

    OpeningCards(ChangingPayments changing, CardProvider provider) {
        this.changing = changing;
        this.provider = provider;
    }

    Starting attempt(PaymentTerms terms, long number) {
        var wanted = Duration.between(changing.now(), terms.deadline());
        var least = CardProvider.SHORTEST.plus(MARGIN);
        var most = CardProvider.LONGEST.minus(MARGIN);
        var open = wanted.compareTo(least) < 0 ? least : wanted.compareTo(most) > 0 ? most : wanted;
        var key = terms.orderId() + ":" + number + ":session";
        return new Starting(Math.toIntExact(number), key, provider.now().plus(open));
    }

    /** Opens the session of the attempt, or a later one when that is too old. */
    Mono<PaymentStart> open(Payment payment, Starting attempt) {
        if (attempt.sessionExpiresAt().isBefore(provider.now().plus(CardProvider.SHORTEST))) {
            return changing.change(
                            payment.orderId(), now -> now.attempted(attempt(now.terms(), attempt.attempt() + 1L)))
                    .flatMap(now -> now.state() instanceof Starting next
                            ? open(now, next)
                            : Mono.just(
                                    now.state() instanceof Open(var _, var url)
                                            ? new Redirect(url)
                                            : new AlreadyOver()));
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
                .flatMap(payment ->
                        payment.state() instanceof Open open && open.sessionId().equals(session.id())
                                ? Mono.just(new Redirect(url))
                                // Ended while the provider was asked: nobody may pay this session.
                                : expire(session.id()).thenReturn(new AlreadyOver()));
    }

    /** Ends a session and applies what became of it, which may be money; empty when it belongs to no payment. */
    Mono<Payment> expire(String sessionId) {
        return provider.expire(sessionId).flatMap(changing::apply);
    }

    /** Asks what became of a session and applies it; empty when it belongs to no payment. */
    Mono<Payment> look(String sessionId) {
        return provider.find(sessionId).flatMap(changing::apply);
    }
}
