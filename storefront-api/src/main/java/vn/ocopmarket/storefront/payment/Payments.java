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
