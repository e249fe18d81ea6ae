package vn.ocopmarket.storefront.orderend;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.payment.TakingPayment;
import vn.ocopmarket.storefront.payment.TakingPayment.RefundRefusedException;
import vn.ocopmarket.storefront.payment.TakingPayment.Rest;
import vn.ocopmarket.storefront.promotion.RedeemingVouchers;

/**
 * What is left to do when an order has ended: its stock and its vouchers are free, its money goes back. May be repeated at any
 * time.
 */
public final class SettlingOrder {

    private static final Logger LOG = LoggerFactory.getLogger(SettlingOrder.class);

    /** As long as the same request may come again under its key; then it holds neither stock nor money, nor news for anyone. */
    private static final Duration REFUSALS_KEPT = Duration.ofDays(2);

    /** Banks take weeks to decide, and the order hears of it; this is for when it did not. */
    private static final Duration UNDECIDED = Duration.ofHours(1);

    private static final Duration RETRY = Duration.ofSeconds(60);
    private static final Set<PaymentState> UNPAID = EnumSet.of(PaymentState.AWAITING, PaymentState.ENDED);

    private final Orders orders;
    private final HoldingStock stock;
    private final BookingParcels booking;
    private final RedeemingVouchers vouchers;
    private final TakingPayment payments;
    private final Clock clock;

    SettlingOrder(Orders orders, HoldingStock stock, RedeemingVouchers vouchers, TakingPayment payments, Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.booking = new BookingParcels(stock);
        this.vouchers = vouchers;
        this.payments = payments;
        this.clock = clock;
    }

    /** Whether a refund is of what was left when the order ended. */
    public static boolean isOfTheRest(String orderId, String refundId) {
        return refundId.startsWith(rest(orderId));
    }

    private static String rest(String orderId) {
        return orderId + ":cancelled";
    }

    /**
     * Settles an order that ended and lets no worker look at it again, unless a bank has not decided about its money.
     * Complete when all is done that can be, or when it is not an ended order.
     */
    public Mono<Void> settle(Order order) {
        return switch (order.state()) {
            case CANCELLED, EXPIRED -> finish(order, OrderChange.from(order.state()));
            case REFUSED -> {
                var forgotten = OrderChange.from(OrderState.REFUSED)
                        .forgottenAt(clock.instant().plus(REFUSALS_KEPT));
                yield finish(order, forgotten);
            }
            case PREPARING, PLACED, CONFIRMED, COMPLETED -> Mono.empty();
        };
    }

    /**
     * Does the same now, but leaves the order due: a step of a finisher that lost the race may still be on its way, and the
     * worker looks after it. Never fails; the worker tries again what failed.
     */
    public Mono<Void> settleSoon(Order order) {
        return free(order).then().onErrorResume(failure -> {
            LOG.warn("Order {} is settled later: {}", order.id(), failure.toString());
            return Mono.empty();
        });
    }

    /**
     * The money came, but the order cannot be fulfilled: it ends, and the money goes back. Fails when the order moved
     * meanwhile and its money is not on its way back: then its news counts anew.
     */
    public Mono<Void> giveBack(Order order, String reason) {
        var now = clock.instant();
        var ended = OrderChange.from(order.state());
        if (order.state() == OrderState.PLACED) {
            ended = ended.to(OrderState.CANCELLED);
        }
        return giveBack(order, ended.tell(now, What.CANCELLED, reason));
    }

    /** The same for money that came after the order was cancelled. */
    public Mono<Void> giveBackLate(Order order) {
        return giveBack(order, OrderChange.from(OrderState.CANCELLED));
    }

    private Mono<Void> giveBack(Order order, OrderChange ended) {
        var now = clock.instant();
        var change = ended.payment(UNPAID, PaymentState.REFUND_PENDING)
                .tell(now, What.REFUND_REQUESTED, null)
                .due(now.plus(RETRY));
        return orders.change(order.id(), change)
                .switchIfEmpty(Mono.defer(() -> orders.find(order.id()).flatMap(SettlingOrder::movedMeanwhile)))
                .flatMap(this::settleSoon);
    }

    /** Somebody else gave the money back, or else the order is not what it was taken for. */
    private static Mono<Order> movedMeanwhile(Order now) {
        return UNPAID.contains(now.payment())
                ? Mono.error(new IllegalStateException("Order " + now.id() + " moved meanwhile, give back again"))
                : Mono.empty();
    }

    /**
     * What was left of an ended order's money went back. False when that is not all, as a bank has not decided about the
     * rest; never empty.
     */
    public Mono<Boolean> refunded(String orderId) {
        return refundRest(orderId)
                .flatMap(rest -> rest == Rest.CONTESTED
                        ? Mono.just(false)
                        : allWentBack(orderId).thenReturn(true));
    }

    /** A bank has decided: what is here now of an ended order goes back. Complete also when there is nothing to do. */
    public Mono<Void> decided(String orderId) {
        return orders.find(orderId)
                .filter(order -> order.payment() == PaymentState.REFUND_PENDING)
                .flatMap(this::settle);
    }

    private Mono<Void> finish(Order order, OrderChange ended) {
        return free(order)
                .flatMap(rest -> {
                    var change =
                            rest == Rest.CONTESTED ? ended.due(clock.instant().plus(UNDECIDED)) : ended.settled();
                    return orders.change(order.id(), change);
                })
                .then();
    }

    private Mono<Rest> free(Order order) {
        // Whoever let goods leave at the same moment may not have told stock of it yet.
        return booking.book(order)
                .then(Mono.defer(() -> stock.release(order.id(), order.skus())))
                .then(Mono.defer(() -> freeVouchers(order)))
                .then(Mono.defer(() -> refund(order)));
    }

    /** Who lets the goods go back from the door has used them. */
    private Mono<Void> freeVouchers(Order order) {
        return order.endedBeforeLeaving()
                ? vouchers.release(order.id(), order.totals().vouchers())
                : Mono.empty();
    }

    private Mono<Rest> refund(Order order) {
        if (order.payment() != PaymentState.REFUND_PENDING) {
            return Mono.just(Rest.NOTHING_LEFT);
        }
        return refundRest(order.id())
                .flatMap(rest ->
                        rest == Rest.NOTHING_LEFT ? allWentBack(order.id()).thenReturn(rest) : Mono.just(rest))
                .onErrorResume(RefundRefusedException.class, refused -> {
                    LOG.error("A refund needs a person: {}", refused.getMessage());
                    return Mono.just(Rest.NOTHING_LEFT);
                });
    }

    private Mono<Rest> refundRest(String orderId) {
        return payments.refundRest(orderId, rest(orderId), "requested_by_customer");
    }

    private Mono<Void> allWentBack(String orderId) {
        var change = OrderChange.from(OrderState.CANCELLED, OrderState.EXPIRED, OrderState.REFUSED)
                .payment(Set.of(PaymentState.REFUND_PENDING), PaymentState.REFUNDED)
                .tell(clock.instant(), What.REFUNDED, null);
        return orders.change(orderId, change).then();
    }
}
