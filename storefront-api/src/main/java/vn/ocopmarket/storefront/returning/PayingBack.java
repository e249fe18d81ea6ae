package vn.ocopmarket.storefront.returning;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.payment.ReturningMoney.Granted;
import vn.ocopmarket.storefront.payment.ReturningMoney.Item;
import vn.ocopmarket.storefront.refund.RefundingOrder;
import vn.ocopmarket.storefront.refund.RefundingOrder.Reason;
import vn.ocopmarket.storefront.returning.Consequences.Next;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;

/** Gives back what was paid for the units of a request, once for each id, whatever others give back meanwhile. */
final class PayingBack {

    private static final int TRIES = 10;

    private final RefundingOrder refunding;

    PayingBack(RefundingOrder refunding) {
        this.refunding = refunding;
    }

    /** So many units of each SKU, under an id. */
    record Due(String refundId, Map<String, Long> units) {

        private List<Item> items() {
            return units.entrySet().stream()
                    .map(each -> new Item(each.getKey(), each.getValue(), Money.ZERO))
                    .toList();
        }
    }

    /** Gives what follows when the amount is set aside, or why it is not. Never empty. */
    Mono<Next> pay(BuyerRequest request, Due due, Next.Follows then) {
        return refunding
                .of(request.orderId())
                .flatMap(refundable -> pay(request, due, then, refundable.order(), refundable.back(), TRIES))
                .defaultIfEmpty(new Next.Stuck("NOT_PAID"));
    }

    /** What somebody else gave back meanwhile is no reason not to give this back, as long as the units are left. */
    private Mono<Next> pay(BuyerRequest request, Due due, Next.Follows then, Order order, Money before, int triesLeft) {
        var reason = new Reason(request.number(), request.decidedBy());
        return refunding
                .refund(order, due.refundId(), due.items(), before, reason)
                .flatMap(granted -> switch (granted) {
                    case Granted.Reserved _ -> Mono.just(then);
                    case Granted.Stale(var now) ->
                        triesLeft > 0
                                ? pay(request, due, then, order, now.back(), triesLeft - 1)
                                : Mono.error(() ->
                                        new IllegalStateException("Too many refund order " + order.id() + " at once"));
                    case Granted.TooMuch _ -> Mono.just(new Next.Stuck("REFUNDED_ALREADY"));
                    case Granted.NotPaid _ -> Mono.just(new Next.Stuck("NOT_PAID"));
                });
    }
}
