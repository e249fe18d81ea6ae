package vn.ocopmarket.storefront.checkout;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.cart.CartLine;
import vn.ocopmarket.storefront.cart.Carts;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.cart.JudgingLines;
import vn.ocopmarket.storefront.cart.LineProblem;
import vn.ocopmarket.storefront.checkout.Reserving.Reserved;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Shortage;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.orderend.SettlingOrder;
import vn.ocopmarket.storefront.payment.PaymentOutcomes;

/**
 * What a payment means for its order. The money came: the goods must still be certified, and the stock is the order's for
 * good, or the money goes back. Anyone may call at any time and again.
 */
public final class FinalizingCheckout implements PaymentOutcomes {

    private static final Logger LOG = LoggerFactory.getLogger(FinalizingCheckout.class);
    private static final Set<PaymentState> UNPAID = EnumSet.of(PaymentState.AWAITING, PaymentState.ENDED);

    /** Longer than who ends an order takes to free what it had. */
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(60);

    private final OrderBook book;
    private final Reserving reserving;
    private final JudgingLines judging;
    private final Carts carts;
    private final Clock clock;

    FinalizingCheckout(OrderBook book, Reserving reserving, JudgingLines judging, Carts carts, Clock clock) {
        this.book = book;
        this.reserving = reserving;
        this.judging = judging;
        this.carts = carts;
        this.clock = clock;
    }

    @Override
    public Mono<Void> paid(String orderId, Money amount) {
        return book.orders()
                .find(orderId)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("Money for an unknown order " + orderId)))
                .flatMap(order -> paid(order, amount));
    }

    /** Told to the buyer while the order still waits. */
    @Override
    public Mono<Void> paidInPart(String orderId, Money owed) {
        var change = OrderChange.from(OrderState.PLACED)
                .tellOnce(clock.instant(), What.PAID_IN_PART, Long.toString(owed.amount()));
        return book.orders().change(orderId, change).then();
    }

    @Override
    public Mono<Void> failed(String orderId, String reason) {
        var now = clock.instant();
        var ending = OrderChange.from(OrderState.PLACED)
                .payment(Set.of(PaymentState.AWAITING), PaymentState.ENDED)
                .due(now.plus(SETTLED_AFTER));
        var change = reason.equals("expired")
                ? ending.to(OrderState.EXPIRED).tell(now, What.EXPIRED, null)
                : ending.to(OrderState.CANCELLED).tell(now, What.CANCELLED, "PAYMENT_FAILED");
        return book.orders().change(orderId, change).flatMap(book.settling()::settleSoon);
    }

    @Override
    public Mono<Void> refunded(String orderId, String refundId, Money amount) {
        return SettlingOrder.isOfTheRest(orderId, refundId)
                ? book.settling()
                        .refunded(orderId)
                        .flatMap(isAll -> isAll ? Mono.empty() : partRefunded(orderId, refundId, amount))
                : partRefunded(orderId, refundId, amount);
    }

    @Override
    public Mono<Void> disputed(String orderId, String disputeId, Dispute stage, Money amount) {
        var what = switch (stage) {
            case OPENED -> What.DISPUTED;
            case ANSWERED -> What.DISPUTE_ANSWERED;
            case WON -> What.DISPUTE_WON;
            case LOST -> What.DISPUTE_LOST;
        };
        return book.tellOnce(orderId, clock.instant(), what, amount.amount() + " " + disputeId + " " + stage)
                .then(
                        stage == Dispute.WON || stage == Dispute.LOST
                                ? Mono.defer(() -> book.settling().decided(orderId))
                                : Mono.empty());
    }

    /** Something went back, too much or for some of the goods; where the order's money is stays as it was. */
    private Mono<Void> partRefunded(String orderId, String refundId, Money amount) {
        return book.tellOnce(orderId, clock.instant(), What.REFUNDED_IN_PART, amount.amount() + " " + refundId);
    }

    private Mono<Void> paid(Order order, Money amount) {
        return switch (order.state()) {
            case PLACED, EXPIRED -> {
                if (!UNPAID.contains(order.payment())) {
                    yield Mono.empty();
                }
                yield amount.equals(order.total()) ? fulfil(order) : giveBack(order, "AMOUNT_DIFFERS");
            }
            case CONFIRMED, COMPLETED -> takeOutOfCart(order);
            case CANCELLED -> UNPAID.contains(order.payment()) ? book.settling().giveBackLate(order) : Mono.empty();
            case PREPARING, REFUSED ->
                Mono.error(
                        new IllegalStateException("Money for order %s while %s".formatted(order.id(), order.state())));
        };
    }

    private Mono<Void> fulfil(Order order) {
        return notCertified(order).flatMap(gone -> {
            if (!gone.isEmpty()) {
                return giveBack(order, "CERTIFICATE");
            }
            return untouched(order).flatMap(reserving::keep).flatMap(reserved -> switch (reserved) {
                case Reserved.All(var takes) -> confirm(order, takes);
                case Reserved.NoVoucher _ -> giveBack(order, "VOUCHER");
                case Reserved.NoStock(var shortages) -> giveBack(order, lacking(shortages));
            });
        });
    }

    /** Whoever still frees what an expired order had would free what it takes now: its money waits until that is done. */
    private Mono<Order> untouched(Order order) {
        return order.state() == OrderState.EXPIRED
                ? book.orders()
                        .change(order.id(), OrderChange.from(OrderState.EXPIRED).whenSettled())
                        .switchIfEmpty(Mono.error(() ->
                                new IllegalStateException("Order " + order.id() + " is being settled, finalize later")))
                : Mono.just(order);
    }

    private static String lacking(List<Shortage> shortages) {
        return shortages.stream().anyMatch(Shortage::forRecall) ? "LOT_RECALLED" : "OUT_OF_STOCK";
    }

    private Mono<Void> confirm(Order order, List<Take> takes) {
        var leaving = OrderChange.from(order.state());
        var change = (order.state() == OrderState.EXPIRED ? leaving.whenSettled() : leaving)
                .to(OrderState.CONFIRMED)
                .payment(UNPAID, PaymentState.PAID)
                .takes(takes)
                .tell(clock.instant(), What.PAID, null)
                .settled();
        return book.orders()
                .change(order.id(), change)
                .switchIfEmpty(Mono.defer(() -> book.orders().find(order.id()).flatMap(this::releaseIfEnded)))
                .flatMap(this::takeOutOfCart);
    }

    /** Somebody ended the order while its stock was allocated: what was taken for it goes back, and so does the money. */
    private Mono<Order> releaseIfEnded(Order now) {
        return switch (now.state()) {
            case CONFIRMED, COMPLETED -> Mono.just(now);
            case PREPARING, REFUSED, PLACED, CANCELLED, EXPIRED ->
                reserving
                        .release(now)
                        .then(Mono.error(() ->
                                new IllegalStateException("Order " + now.id() + " moved meanwhile, finalize again")));
        };
    }

    private Mono<Void> takeOutOfCart(Order order) {
        return carts.ordered(order.preparation().cartId(), order.id(), order.skus());
    }

    private Mono<Void> giveBack(Order order, String reason) {
        LOG.warn("Order {} was paid but cannot be fulfilled: {}", order.id(), reason);
        return book.settling().giveBack(order, reason);
    }

    /** The SKUs that may not be sold any more; stock is another matter, since the order has its own. */
    private Mono<List<String>> notCertified(Order order) {
        var lines = order.lines().stream()
                .map(line -> new CartLine(line.sku(), line.quantity(), line.unitPrice()))
                .toList();
        return judging.judge(lines)
                .map(judged -> judged.stream()
                        .filter(line -> line.problems().stream().anyMatch(FinalizingCheckout::forbidsSale))
                        .map(JudgedLine::sku)
                        .toList());
    }

    private static boolean forbidsSale(LineProblem problem) {
        return problem.preventsPurchase() && !problem.isStock();
    }
}
