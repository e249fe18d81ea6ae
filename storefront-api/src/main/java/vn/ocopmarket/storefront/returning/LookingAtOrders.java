package vn.ocopmarket.storefront.returning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.fulfillment.DroppingUnits;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.promotion.MinimumsOfVouchers;
import vn.ocopmarket.storefront.refund.RefundingOrder;
import vn.ocopmarket.storefront.refund.RefundingOrder.Row;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest.Kind;
import vn.ocopmarket.storefront.returning.domain.ReturnRules;

/** Sees what can be asked of an order, beside what was asked before. */
final class LookingAtOrders {

    private final BuyerRequests requests;
    private final RefundingOrder refunding;
    private final MinimumsOfVouchers minimums;
    private final ReturnRules rules;
    private final Clock clock;

    LookingAtOrders(
            BuyerRequests requests,
            RefundingOrder refunding,
            MinimumsOfVouchers minimums,
            ReturnRules rules,
            Clock clock) {
        this.requests = requests;
        this.refunding = refunding;
        this.minimums = minimums;
        this.rules = rules;
        this.clock = clock;
    }

    /** Empty when there is no such order. Requests are read first: what one of them has done by then is seen in its order. */
    Mono<Asking> at(String orderId) {
        return requests.ofOrder(orderId)
                .collectList()
                .flatMap(asked -> refunding
                        .of(orderId)
                        .flatMap(refundable -> least(refundable.order())
                                .map(least -> asking(refundable.order(), refundable.rows(), asked, least))));
    }

    /** Asked only where it matters. */
    private Mono<Money> least(Order order) {
        return DroppingUnits.droppable(order).isEmpty()
                ? Mono.just(Money.ZERO)
                : minimums.highestOf(order.totals().vouchers());
    }

    private Asking asking(Order order, List<Row> rows, List<BuyerRequest> asked, Money least) {
        var items = rows.stream()
                .filter(row -> !row.item().equals(RefundingOrder.DELIVERY))
                .map(row -> new Asking.Item(row.item(), row.name(), row.left() - open(order, asked, row.item())))
                .toList();
        var mayCancel = order.state() == OrderState.CONFIRMED
                && Set.of(FulfillmentState.PARTIALLY_PACKED, FulfillmentState.PACKED)
                        .contains(order.fulfillment())
                && asked.stream().noneMatch(request -> request.state().isOpen());
        return new Asking(order, items, droppable(order, items, asked), reasons(order), mayCancel, asked, least);
    }

    /** Units that are in no parcel, whose money is here, and that nobody asked for. */
    private static List<Asking.Item> droppable(Order order, List<Asking.Item> items, List<BuyerRequest> asked) {
        var unpacked = DroppingUnits.droppable(order);
        return items.stream()
                .map(item -> new Asking.Item(
                        item.sku(),
                        item.name(),
                        Math.min(item.left(), units(unpacked, item.sku()) - waiting(order, asked, item.sku()))))
                .filter(item -> item.left() > 0)
                .toList();
    }

    private static long units(List<Take> goods, String sku) {
        return goods.stream()
                .filter(take -> take.sku().equals(sku))
                .mapToLong(Take::quantity)
                .sum();
    }

    /** Units that are about to be taken out of it. */
    static long waiting(Order order, List<BuyerRequest> asked, String sku) {
        return asked.stream()
                .filter(request -> request.kind() == Kind.DROP && !isOut(order, request))
                .mapToLong(request -> request.awaited(sku))
                .sum();
    }

    private static boolean isOut(Order order, BuyerRequest request) {
        return order.shipments().drop(request.id()).isPresent();
    }

    /** Units that are asked for and whose money has not gone back; what is gone counts as such. */
    private static long open(Order order, List<BuyerRequest> asked, String sku) {
        return asked.stream()
                // What is out of an order that is paid at the door is not among what is paid.
                .filter(request -> order.method() != PaymentMethod.CASH_ON_DELIVERY || !isOut(order, request))
                .mapToLong(request -> request.awaited(sku))
                .sum();
    }

    private List<String> reasons(Order order) {
        if (order.state() != OrderState.COMPLETED || order.payment() != PaymentState.PAID) {
            return List.of();
        }
        return order.timeline().stream()
                .filter(entry -> entry.what() == What.DELIVERED)
                .map(entry -> LocalDate.ofInstant(entry.at(), zone()))
                // The order is complete with the last of its parcels.
                .reduce((_, last) -> last)
                .map(delivered -> rules.reasons(delivered, LocalDate.now(clock)))
                .orElse(List.of());
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
