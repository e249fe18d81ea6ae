package vn.ocopmarket.storefront.returning;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Drop;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.payment.ReturningMoney.Return;
import vn.ocopmarket.storefront.returning.RequestOutcome.NotPossible;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;

/**
 * What a clerk settles for a request that got stuck at its money: never while that money may go back by itself, and what they
 * sent is written into the books of the order, so that nobody gives it back again.
 */
public final class SettlingByHand {

    private final Orders orders;
    private final PayingBack paying;

    SettlingByHand(Orders orders, PayingBack paying) {
        this.orders = orders;
        this.paying = paying;
    }

    /** What went back for a request, or is about to. */
    public Flux<Return> refundsOf(BuyerRequest request) {
        return paying.returns(request);
    }

    /**
     * Writes down what was sent; gives why it may not be settled by hand, and is empty when it may. May be repeated: the first
     * number counts.
     *
     * @param reference of the transfer; null when it was settled without one
     */
    Mono<NotPossible> refusal(BuyerRequest request, String by, @Nullable String reference) {
        return isDone(request)
                .flatMap(isDone -> isDone
                        ? isFree(request, by, reference).flatMap(isFree -> refusal(isFree, "MONEY_UNDER_WAY"))
                        : refusal(false, "GOODS_IN_ORDER"));
    }

    private Mono<Boolean> isFree(BuyerRequest request, String by, @Nullable String reference) {
        return paying.isFree(request)
                .flatMap(isFree -> isFree && reference != null
                        ? paying.sent(request, by, reference).defaultIfEmpty(false)
                        : Mono.just(isFree));
    }

    /** Units that an order still has would be sent and paid back; trying again takes them out, or says that they are packed. */
    private Mono<Boolean> isDone(BuyerRequest request) {
        return request.kind() == BuyerRequest.Kind.DROP
                ? orders.find(request.orderId())
                        .flatMap(order -> Mono.justOrEmpty(order.shipments().drop(request.id())))
                        .map(Drop::booked)
                        .defaultIfEmpty(false)
                : Mono.just(true);
    }

    private static Mono<NotPossible> refusal(boolean isFine, String why) {
        return isFine ? Mono.empty() : Mono.just(new NotPossible(why));
    }
}
