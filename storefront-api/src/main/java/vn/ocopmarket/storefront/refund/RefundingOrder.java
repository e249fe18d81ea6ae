package vn.ocopmarket.storefront.refund;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.payment.ReturningMoney;
import vn.ocopmarket.storefront.payment.ReturningMoney.Granted;
import vn.ocopmarket.storefront.payment.ReturningMoney.Item;
import vn.ocopmarket.storefront.payment.ReturningMoney.Returns;
import vn.ocopmarket.storefront.payment.ReturningMoney.Wish;
import vn.ocopmarket.storefront.refund.UnitsAskedFor.Asked;

/** Gives back what was paid for some goods of an order, or for all of it; the goods themselves are another matter. */
public final class RefundingOrder {

    /** The name of the delivery among the goods of an order. */
    public static final String DELIVERY = "delivery";

    private final Orders orders;
    private final ReturningMoney money;
    private final UnitsAskedFor asked;

    RefundingOrder(Orders orders, ReturningMoney money, UnitsAskedFor asked) {
        this.orders = orders;
        this.money = money;
        this.asked = asked;
    }

    /**
     * What can be given back of an order.
     *
     * @param returns null while nothing was paid
     */
    public record Refundable(
            Order order, List<Row> rows, @Nullable Returns returns) {

        public Refundable {
            rows = List.copyOf(rows);
        }

        public Money back() {
            return returns == null ? Money.ZERO : returns.back();
        }

        /** What the goods, or the delivery, are called. */
        public String nameOf(String item) {
            return rows.stream()
                    .filter(row -> row.item().equals(item))
                    .map(Row::name)
                    .findFirst()
                    .orElse(item);
        }

        private boolean knows(String refundId) {
            return returns != null
                    && returns.returns().stream().anyMatch(one -> one.id().equals(refundId));
        }
    }

    /** A line, or the delivery, and how many units of it went back. */
    public record Row(String item, String name, long units, Money paid, long back) {

        public long left() {
            return units - back;
        }
    }

    /** Empty when there is no such order. */
    public Mono<Refundable> of(String orderId) {
        return orders.find(orderId)
                .filter(Order::isPlaced)
                .flatMap(order -> money.of(orderId)
                        .map(returns -> refundable(order, returns))
                        .defaultIfEmpty(refundable(order, null)));
    }

    /**
     * Gives money back; complete once the amount is set aside. Never empty.
     *
     * @param before what had gone back already when it was asked for
     */
    public Mono<Granted> refund(Order order, String refundId, List<Item> wanted, Money before, Reason reason) {
        var wish = wish(order, refundId, wanted, before, reason);
        return cash(order).then(Mono.defer(() -> money.grant(wish)));
    }

    /** Writes down money that somebody gave back already, by a transfer of that number. Never empty. */
    public Mono<Granted> sent(Order order, String refundId, List<Item> wanted, Money before, Sending sending) {
        var wish = wish(order, refundId, wanted, before, sending.reason());
        return cash(order).then(Mono.defer(() -> money.grantSent(wish, sending.number())));
    }

    private static Wish wish(Order order, String refundId, List<Item> wanted, Money before, Reason reason) {
        var bought = items(order);
        var all = wanted.isEmpty() ? bought : wanted;
        return new Wish(order.id(), refundId, bought, all, before, reason.words(), reason.by());
    }

    /**
     * Gives money back because a clerk wants it, but not for units that an open request of the buyer asks for: these go back
     * by the request. Never empty.
     */
    public Mono<RefundByHand> refundByHand(
            Order order, String refundId, List<Item> wanted, Money before, Reason reason) {
        var refund = Mono.defer(() -> refund(order, refundId, wanted, before, reason))
                .<RefundByHand>map(RefundByHand.Decided::new);
        return Mono.zip(of(order.id()), asked.of(order.id()).collectList())
                .filter(both -> !both.getT1().knows(refundId))
                .flatMap(both -> Mono.justOrEmpty(tooMany(both.getT1().rows(), wanted, both.getT2())))
                .switchIfEmpty(refund);
    }

    /** What would go back for these goods now, to be looked at first; empty when there are not so many left. */
    public Mono<Money> worth(Order order, List<Item> wanted) {
        return money.worth(order.id(), items(order), wanted);
    }

    /** Units of open requests of buyers. */
    public Flux<Asked> askedFor(String orderId) {
        return asked.of(orderId);
    }

    private static Optional<RefundByHand> tooMany(List<Row> rows, List<Item> wanted, List<Asked> asked) {
        return rows.stream()
                .flatMap(row -> {
                    var of = asked.stream()
                            .filter(each -> each.item().equals(row.item()))
                            .toList();
                    var left = row.left() - of.stream().mapToLong(Asked::units).sum();
                    return of.isEmpty() || units(wanted, row) <= left
                            ? Stream.<RefundByHand>empty()
                            : Stream.of(new RefundByHand.AskedFor(
                                    row.item(),
                                    Math.max(left, 0),
                                    of.stream().map(Asked::request).distinct().toList()));
                })
                .findFirst();
    }

    /** Nothing named is everything. */
    private static long units(List<Item> wanted, Row row) {
        return wanted.isEmpty()
                ? row.units()
                : wanted.stream()
                        .filter(item -> item.name().equals(row.item()))
                        .mapToLong(Item::units)
                        .sum();
    }

    /** Why, and who wants it. */
    public record Reason(String words, String by) {}

    /** Why, who sent it, and the number of the transfer at the bank, or of the receipt for cash. */
    public record Sending(Reason reason, String number) {}

    /** Cash is written down when it matters first: so the money of every order that gives some back is in one place. */
    private Mono<Void> cash(Order order) {
        return order.method() == PaymentMethod.CASH_ON_DELIVERY && order.payment() == PaymentState.PAID
                ? money.collected(order.id(), order.number(), order.payable())
                : Mono.empty();
    }

    private static Refundable refundable(Order order, @Nullable Returns returns) {
        var rows = new ArrayList<Row>();
        for (var line : order.paidLines()) {
            rows.add(new Row(line.sku(), line.name(), line.quantity(), line.total(), back(returns, line.sku())));
        }
        var shipping = order.totals().shipping();
        if (shipping.amount() > 0) {
            rows.add(new Row(DELIVERY, DELIVERY, 1, shipping, back(returns, DELIVERY)));
        }
        return new Refundable(order, rows, returns);
    }

    private static long back(@Nullable Returns returns, String item) {
        return returns == null ? 0 : returns.unitsBack(item);
    }

    private static List<Item> items(Order order) {
        return refundable(order, null).rows().stream()
                .map(row -> new Item(row.item(), row.units(), row.paid()))
                .toList();
    }
}
