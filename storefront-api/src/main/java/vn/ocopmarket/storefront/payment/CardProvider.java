package vn.ocopmarket.storefront.payment;

import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.payment.domain.CardRefund;
import vn.ocopmarket.storefront.payment.domain.CardSession;
import vn.ocopmarket.storefront.payment.domain.Dispute;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Starting;
import vn.ocopmarket.storefront.payment.domain.PaymentTerms;
import vn.ocopmarket.storefront.payment.domain.Refund;

/**
 * Who takes cards. Every call may fail with {@link UnreachableException}: then nobody knows whether it was carried out,
 * and the same call with the same key may be made again; or with {@link RefusedException}: then it was not.
 */
public interface CardProvider {

    /** The provider's time: real, also while our own clock is moved for a rehearsal. */
    Instant now();

    /** So long a call that is repeated under its key is surely known to be the same; the provider says a day. */
    Duration KEYS_REMEMBERED = Duration.ofHours(20);

    /** The shortest and the longest time a session may stay open. */
    Duration SHORTEST = Duration.ofMinutes(30);

    Duration LONGEST = Duration.ofHours(24);

    /** The same session for the same attempt. */
    Mono<CardSession> open(PaymentTerms terms, Starting attempt);

    Mono<CardSession> find(String sessionId);

    /** The session some money came through; empty when it came another way. */
    Mono<CardSession> ofIntent(String intentId);

    /** Ends a session that is open; gives it as it is afterwards, which may be paid. */
    Mono<CardSession> expire(String sessionId);

    /** The same refund for the same id, while the provider remembers its key: {@link #KEYS_REMEMBERED}. */
    Mono<CardRefund> refund(String orderId, Refund refund);

    Mono<CardRefund> findRefund(String providerId);

    /** What was made of a refund, however long ago it was asked for; empty when the provider has not heard of it. */
    Mono<CardRefund> refundOf(String orderId, Refund refund);

    Mono<Dispute> findDispute(String disputeId);

    Flux<CardSession> sessions(Duration notOlderThan);

    Flux<CardRefund> refunds(Duration notOlderThan);

    /** Those that were begun since. */
    Flux<Dispute> disputes(Duration notOlderThan);

    /** The least a card takes. */
    Money LEAST = Money.dong(20_000);

    /** The most a card takes. */
    Money MOST = Money.dong(99_999_999);

    /** Silent, too slow, too busy or broken. */
    final class UnreachableException extends RuntimeException {

        public UnreachableException(Throwable cause) {
            super("The card provider did not answer: " + cause, cause);
        }
    }

    /** It understood and will not. */
    final class RefusedException extends RuntimeException {

        public RefusedException(Throwable cause) {
            super("The card provider refused: " + cause.getMessage(), cause);
        }
    }
}
