package vn.ocopmarket.storefront.payment;

import java.time.Duration;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.payment.CardProvider.RefusedException;
import vn.ocopmarket.storefront.payment.domain.Payment;
import vn.ocopmarket.storefront.payment.domain.Payment.News;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Open;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Paid;

/** Looks at card payments of ours that the provider did not list: what it does not know nobody can pay, and nobody paid. */
final class FindingUnlisted {

    /** A payment ends by itself when its time is over; so much later it should have. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private final Payments payments;
    private final ChangingPayments changing;
    private final CarryingOnPayments carryingOn;
    private final CardProvider provider;

    FindingUnlisted(
            Payments payments, ChangingPayments changing, CarryingOnPayments carryingOn, CardProvider provider) {
        this.payments = payments;
        this.changing = changing;
        this.carryingOn = carryingOn;
        this.provider = provider;
    }

    /**
     * The orders whose session the provider does not know. Those that wait for one have ended afterwards; money that we
     * believe to have and it does not is for people to look at.
     *
     * @param listed sessions that need no question
     */
    Flux<String> find(Set<String> listed, Duration notOlderThan) {
        var stuck = payments.waiting(changing.now().minus(LATE))
                .concatMap(payment -> payment.state() instanceof Open open && !listed.contains(open.sessionId())
                        ? end(payment, open.sessionId())
                        : Mono.empty());
        var paid = payments.paidByCard(changing.now().minus(notOlderThan))
                .concatMap(payment -> payment.state() instanceof Paid money && !listed.contains(money.sessionId())
                        ? ask(payment, money.sessionId())
                        : Mono.empty());
        return Flux.concat(stuck, paid);
    }

    /** Empty when the provider knows it; then what it says counts. */
    private Mono<String> end(Payment payment, String sessionId) {
        return provider.find(sessionId)
                .flatMap(changing::apply)
                .flatMap(carryingOn::carryOn)
                .then(Mono.<String>empty())
                .onErrorResume(
                        RefusedException.class,
                        _ -> changing.change(payment.orderId(), now -> ended(now, sessionId))
                                .flatMap(carryingOn::carryOn)
                                .thenReturn(payment.orderId()));
    }

    private Payment ended(Payment now, String sessionId) {
        return now.state() instanceof Open open && open.sessionId().equals(sessionId)
                ? now.ended(Payment.EXPIRED, News.FAILED, changing.now())
                : now;
    }

    private Mono<String> ask(Payment payment, String sessionId) {
        return provider.find(sessionId)
                .then(Mono.<String>empty())
                .onErrorResume(RefusedException.class, _ -> Mono.just(payment.orderId()));
    }
}
