package vn.ocopmarket.storefront.payment;

import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.payment.domain.Payment;

/** Keeps payments, one for each order. */
public interface Payments {

    /** Empty when the order has none. */
    Mono<Payment> find(String orderId);

    Flux<Payment> findAll(Collection<String> orderIds);

    /** Those of the orders with these numbers. */
    Flux<Payment> withNumbers(Collection<String> orderNumbers);

    /** Those with money that somebody has to send back by hand, the oldest first. */
    Flux<Payment> withMoneyToSend(int limit);

    /** Those that should have ended before that moment and have something left to do. */
    Flux<Payment> waiting(Instant endedBefore);

    /** Those that were paid by card since then. */
    Flux<Payment> paidByCard(Instant since);

    /** Those with a dispute that is not decided, the oldest first. */
    Flux<Payment> disputed(int limit);

    /** Gives the one that is kept: this, or the one that was there before. */
    Mono<Payment> insert(Payment payment);

    /** Puts one in the place of another; fails with {@link ChangedMeanwhileException} when that is not there any more. */
    Mono<Payment> replace(Payment before, Payment after);

    /** Takes one that is due, out of everybody's sight until then; empty when none is. */
    Mono<Payment> takeDue(Instant now, Instant until);

    /** Somebody else was first; read again. */
    final class ChangedMeanwhileException extends RuntimeException {

        public ChangedMeanwhileException(String orderId) {
            super("The payment of " + orderId + " was changed meanwhile", null, false, false);
        }
    }
}
