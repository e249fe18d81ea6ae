package vn.ocopmarket.storefront.returning;

import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.fulfillment.DroppingUnits;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.returning.Consequences.Next;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.RequestState;

/**
 * Takes units out of an order: first the order has them no more, then the shelf has them back, then the money for them goes
 * back, or is not asked for at the door. Each step may be repeated.
 */
final class CarryingOutDrops {

    private final DroppingUnits dropping;
    private final PayingBack paying;
    private final Orders orders;

    CarryingOutDrops(DroppingUnits dropping, PayingBack paying, Orders orders) {
        this.dropping = dropping;
        this.paying = paying;
        this.orders = orders;
    }

    /** Never empty; an error means that it is to be tried again. */
    Mono<Next> carryOut(BuyerRequest request) {
        return dropping.drop(request.orderId(), request.id(), request.units()).flatMap(outcome -> switch (outcome) {
            case OrderOutcome.Moved(var order) -> payBack(request, order);
            case OrderOutcome.MoveRefused(var state, var _) ->
                Mono.just(state.equals(OrderState.CANCELLED.name()) ? ended() : packedMeanwhile());
            case OrderOutcome.OrderUnknown _, OrderOutcome.CodeMissing _, OrderOutcome.LotRecalled _ ->
                Mono.just(packedMeanwhile());
        });
    }

    private Mono<Next> payBack(BuyerRequest request, Order order) {
        var done = new Next.Follows(RequestState.DROPPED, request.lastWords());
        if (order.method() == PaymentMethod.CASH_ON_DELIVERY) {
            return Mono.just(done);
        }
        return paying.pay(request, done)
                .flatMap(next -> next instanceof Next.Stuck ? endedMeanwhile(order.id(), next) : Mono.just(next));
    }

    /** All the money of an order that ended goes back, and so does this. */
    private Mono<Next> endedMeanwhile(String orderId, Next otherwise) {
        return orders.find(orderId)
                .filter(now -> now.state() == OrderState.CANCELLED)
                .map(_ -> ended())
                .defaultIfEmpty(otherwise);
    }

    private static Next ended() {
        return new Next.Follows(RequestState.CANCELLED, null);
    }

    private static Next packedMeanwhile() {
        return new Next.Follows(RequestState.REFUSED, null);
    }
}
