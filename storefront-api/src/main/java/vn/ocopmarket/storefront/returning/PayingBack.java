package vn.ocopmarket.storefront.returning;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.order.Drop;
import vn.ocopmarket.storefront.payment.ReturningMoney.Granted;
import vn.ocopmarket.storefront.payment.ReturningMoney.Item;
import vn.ocopmarket.storefront.payment.ReturningMoney.Return;
import vn.ocopmarket.storefront.payment.ReturningMoney.Returns;
import vn.ocopmarket.storefront.refund.RefundingOrder;
import vn.ocopmarket.storefront.refund.RefundingOrder.Reason;
import vn.ocopmarket.storefront.refund.RefundingOrder.Refundable;
import vn.ocopmarket.storefront.refund.RefundingOrder.Sending;
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

        /** What is to go back where the request stands. */
        static Due of(BuyerRequest request) {
            return request.kind() == BuyerRequest.Kind.DROP
                    ? new Due(Drop.refundId(request.id()), request.units())
                    : new Due(
                            Consequences.id(request, request.receptions().size()),
                            request.receptions().getLast().units());
        }

        private List<Item> items() {
            return units.entrySet().stream()
                    .map(each -> new Item(each.getKey(), each.getValue(), Money.ZERO))
                    .toList();
        }
    }

    /** Gives what follows when the amount is set aside, or why it is not. Never empty. */
    Mono<Next> pay(BuyerRequest request, Next.Follows then) {
        var due = Due.of(request);
        var reason = new Reason(request.number(), request.decidedBy());
        return of(request)
                .flatMap(refundable -> granted(
                        before -> refunding.refund(refundable.order(), due.refundId(), due.items(), before, reason),
                        refundable.back(),
                        TRIES))
                .<Next>map(granted -> switch (granted) {
                    case Granted.Reserved _ -> then;
                    case Granted.TooMuch _ -> new Next.Stuck("REFUNDED_ALREADY");
                    case Granted.NotPaid _ -> new Next.Stuck("NOT_PAID");
                    case Granted.Stale _ -> throw new IllegalStateException("Nobody looked again");
                })
                .defaultIfEmpty(new Next.Stuck("NOT_PAID"));
    }

    /**
     * Writes into the books of the order what a clerk sent by a transfer of that number; nothing when they have no money for
     * it, or have it already. Empty when that money is on its way by itself, or is somebody's to send.
     */
    Mono<Boolean> sent(BuyerRequest request, String by, String number) {
        var due = Due.of(request);
        var sending = new Sending(new Reason(request.number(), by), number);
        return of(request)
                .flatMap(refundable -> granted(
                        before -> refunding.sent(refundable.order(), due.refundId(), due.items(), before, sending),
                        refundable.back(),
                        TRIES))
                .then(Mono.defer(() -> isFree(request)))
                .filter(Boolean::booleanValue);
    }

    /** Whether no refund for it is on its way by itself; never empty. */
    Mono<Boolean> isFree(BuyerRequest request) {
        var id = Due.of(request).refundId();
        return returns(request)
                .filter(one -> one.id().equals(id))
                .all(one -> one.sentBy() != null || one.state().equals("FAILED"));
    }

    /** What went back for the request, or is about to, parcel by parcel. */
    Flux<Return> returns(BuyerRequest request) {
        return of(request)
                .mapNotNull(Refundable::returns)
                .flatMapIterable(Returns::returns)
                .filter(one -> isOf(request, one.id()));
    }

    private static boolean isOf(BuyerRequest request, String refundId) {
        return refundId.equals(Drop.refundId(request.id()))
                || IntStream.rangeClosed(1, request.receptions().size())
                        .anyMatch(parcel -> refundId.equals(Consequences.id(request, parcel)));
    }

    private Mono<Refundable> of(BuyerRequest request) {
        return refunding.of(request.orderId());
    }

    /** What somebody else gave back meanwhile is no reason not to give this back, as long as the units are left. */
    private static Mono<Granted> granted(Function<Money, Mono<Granted>> asking, Money before, int triesLeft) {
        return asking.apply(before).flatMap(granted -> {
            if (!(granted instanceof Granted.Stale(var now))) {
                return Mono.just(granted);
            }
            return triesLeft > 0
                    ? granted(asking, now.back(), triesLeft - 1)
                    : Mono.error(
                            () -> new IllegalStateException("Too many refund order " + now.orderId() + " at once"));
        });
    }
}
