package vn.ocopmarket.storefront.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.HasId;
import com.stripe.model.StripeCollection;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionListParams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.payment.CardProvider;
import vn.ocopmarket.storefront.payment.domain.CardRefund;
import vn.ocopmarket.storefront.payment.domain.CardSession;
import vn.ocopmarket.storefront.payment.domain.Dispute;
import vn.ocopmarket.storefront.payment.domain.PaymentState.Starting;
import vn.ocopmarket.storefront.payment.domain.PaymentTerms;
import vn.ocopmarket.storefront.payment.domain.Refund;

/** Stripe Checkout by its SDK, on threads of its own. */
@Component
class StripeCards implements CardProvider {

    private static final long PAGE = 100;

    private final StripeClient stripe;
    private final StripeSchedulers schedulers;
    private final Duration timeout;
    private final Clock realClock = Clock.systemUTC();

    StripeCards(StripeClient stripe, StripeSchedulers schedulers, StripeSettings settings) {
        this.stripe = stripe;
        this.schedulers = schedulers;
        this.timeout = settings.timeout();
    }

    @Override
    public Instant now() {
        return realClock.instant();
    }

    @Override
    public Mono<CardSession> open(PaymentTerms terms, Starting attempt) {
        return call(() -> StripeObjects.toCardSession(stripe.v1()
                .checkout()
                .sessions()
                .create(StripeObjects.toSession(terms, attempt), StripeObjects.withKey(attempt.key()))));
    }

    @Override
    public Mono<CardSession> find(String sessionId) {
        return call(() ->
                StripeObjects.toCardSession(stripe.v1().checkout().sessions().retrieve(sessionId)));
    }

    @Override
    public Mono<CardSession> ofIntent(String intentId) {
        var params = SessionListParams.builder()
                .setPaymentIntent(intentId)
                .setLimit(1L)
                .build();
        return call(() -> stripe.v1().checkout().sessions().list(params).getData())
                .flatMap(sessions -> sessions.isEmpty()
                        ? Mono.empty()
                        : Mono.just(StripeObjects.toCardSession(sessions.getFirst())));
    }

    /** Stripe refuses to end a session that is not open; then it is asked what became of it. */
    @Override
    public Mono<CardSession> expire(String sessionId) {
        return call(() -> StripeObjects.toCardSession(
                        stripe.v1().checkout().sessions().expire(sessionId)))
                .onErrorResume(RefusedException.class, _ -> find(sessionId));
    }

    @Override
    public Mono<CardRefund> refund(String orderId, Refund refund) {
        var key = StripeObjects.withKey(orderId + ":" + refund.id() + ":refund");
        return call(() ->
                StripeObjects.toCardRefund(stripe.v1().refunds().create(StripeObjects.toRefund(orderId, refund), key)));
    }

    @Override
    public Mono<CardRefund> findRefund(String providerId) {
        return call(() -> StripeObjects.toCardRefund(stripe.v1().refunds().retrieve(providerId)));
    }

    @Override
    public Mono<CardRefund> refundOf(String orderId, Refund refund) {
        var ofIntent = RefundListParams.builder().setPaymentIntent(refund.intentId());
        return pages(after -> stripe.v1()
                        .refunds()
                        .list(startingAfter(ofIntent.setLimit(PAGE), after).build()))
                .map(StripeObjects::toCardRefund)
                .filter(made -> refund.id().equals(made.refundId()) && orderId.equals(made.orderId()))
                .next();
    }

    @Override
    public Mono<Dispute> findDispute(String disputeId) {
        return call(() -> StripeObjects.toDispute(stripe.v1().disputes().retrieve(disputeId)));
    }

    @Override
    public Flux<CardSession> sessions(Duration notOlderThan) {
        var since = SessionListParams.Created.builder()
                .setGte(now().minus(notOlderThan).getEpochSecond())
                .build();
        return pages(after -> stripe.v1()
                        .checkout()
                        .sessions()
                        .list(startingAfter(
                                        SessionListParams.builder()
                                                .setCreated(since)
                                                .setLimit(PAGE),
                                        after)
                                .build()))
                .map(StripeObjects::toCardSession);
    }

    private static SessionListParams.Builder startingAfter(SessionListParams.Builder params, @Nullable String after) {
        return after == null ? params : params.setStartingAfter(after);
    }

    @Override
    public Flux<CardRefund> refunds(Duration notOlderThan) {
        var since = RefundListParams.Created.builder()
                .setGte(now().minus(notOlderThan).getEpochSecond())
                .build();
        return pages(after -> stripe.v1()
                        .refunds()
                        .list(startingAfter(
                                        RefundListParams.builder()
                                                .setCreated(since)
                                                .setLimit(PAGE),
                                        after)
                                .build()))
                .map(StripeObjects::toCardRefund);
    }

    /** What is not about a payment of a checkout is none of ours. */
    @Override
    public Flux<Dispute> disputes(Duration notOlderThan) {
        var since = DisputeListParams.Created.builder()
                .setGte(now().minus(notOlderThan).getEpochSecond())
                .build();
        return pages(after -> stripe.v1()
                        .disputes()
                        .list(startingAfter(
                                        DisputeListParams.builder()
                                                .setCreated(since)
                                                .setLimit(PAGE),
                                        after)
                                .build()))
                .filter(dispute -> isNamed(dispute.getPaymentIntent()))
                .map(StripeObjects::toDispute);
    }

    private static boolean isNamed(@Nullable String intentId) {
        return intentId != null;
    }

    private static DisputeListParams.Builder startingAfter(DisputeListParams.Builder params, @Nullable String after) {
        return after == null ? params : params.setStartingAfter(after);
    }

    private static RefundListParams.Builder startingAfter(RefundListParams.Builder params, @Nullable String after) {
        return after == null ? params : params.setStartingAfter(after);
    }

    /** A list that is asked for by the id of the last object that is known. */
    private interface Page<T extends HasId> {
        StripeCollection<T> after(@Nullable String id) throws Exception;
    }

    private <T extends HasId> Flux<T> pages(Page<T> page) {
        return call(() -> page.after(null))
                .expand(one -> one.getHasMore() && !one.getData().isEmpty()
                        ? call(() -> page.after(one.getData().getLast().getId()))
                        : Mono.empty())
                .concatMapIterable(StripeCollection::getData);
    }

    private <T> Mono<T> call(Callable<T> call) {
        return schedulers.call(call).timeout(timeout).onErrorMap(explain());
    }

    /** A key that is in use by a call under way is no refusal: the answer to it comes. */
    private static Function<Throwable, Throwable> explain() {
        return error -> switch (error) {
            case InvalidRequestException refused -> new RefusedException(refused);
            case CardException refused -> new RefusedException(refused);
            case IdempotencyException refused when refused.getStatusCode() == 400 -> new RefusedException(refused);
            default -> new UnreachableException(error);
        };
    }
}
