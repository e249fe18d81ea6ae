package vn.ocopmarket.storefront.checkout;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.cart.CartLine;
import vn.ocopmarket.storefront.cart.Carts;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.cart.JudgingLines;
import vn.ocopmarket.storefront.cart.LineProblem;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Held;
import vn.ocopmarket.storefront.inventory.HoldOutcome.HoldRefused;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Shortage;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.payment.PaymentOutcomes;

/**
 * What a payment means for its order. The money came: the goods must still be certified, and the stock is the order's for
 * good, or the money goes back. Anyone may call at any time and again.
 */
public final class FinalizingCheckout implements PaymentOutcomes {

    private static final Logger LOG = LoggerFactory.getLogger(FinalizingCheckout.class);
    private static final Set<PaymentState> UNPAID = EnumSet.of(PaymentState.AWAITING, PaymentState.ENDED);

    private final OrderBook book;
    private final HoldingStock stock;
    private final JudgingLines judging;
    private final Carts carts;
    private final Clock clock;

    FinalizingCheckout(OrderBook book, HoldingStock stock, JudgingLines judging, Carts carts, Clock clock) {
        this.book = book;
        this.stock = stock;
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

    @Override
    public Mono<Void> failed(String orderId, String reason) {
        var now = clock.instant();
        var ending = OrderChange.from(OrderState.PLACED)
                .payment(Set.of(PaymentState.AWAITING), PaymentState.ENDED)
                .due(now);
        var change = reason.equals("expired")
                ? ending.to(OrderState.EXPIRED).tell(now, What.EXPIRED, null)
                : ending.to(OrderState.CANCELLED).tell(now, What.CANCELLED, "PAYMENT_FAILED");
        return book.orders().change(orderId, change).flatMap(book.settling()::settleSoon);
    }

    @Override
    public Mono<Void> refunded(String orderId, String refundId, Money amount) {
        var change = OrderChange.from(OrderState.CANCELLED, OrderState.EXPIRED)
                .payment(Set.of(PaymentState.REFUND_PENDING), PaymentState.REFUNDED)
                .tell(clock.instant(), What.REFUNDED, null);
        return book.orders().change(orderId, change).then();
    }

    private Mono<Void> paid(Order order, Money amount) {
        return switch (order.state()) {
            case PLACED, EXPIRED -> amount.equals(order.total()) ? fulfil(order) : giveBack(order, "AMOUNT_DIFFERS");
            case CONFIRMED, COMPLETED -> takeOutOfCart(order);
            case CANCELLED -> UNPAID.contains(order.payment()) ? giveBackLate(order) : Mono.empty();
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
            var held = order.preparation().takes();
            return stock.allocate(order.id(), order.stockLines(), pickupLocation(order), held)
                    .flatMap(taken -> switch (taken) {
                        case Held(var takes) -> confirm(order, takes);
                        case HoldRefused(var shortages) -> giveBack(order, lacking(shortages));
                    });
        });
    }

    private static String lacking(List<Shortage> shortages) {
        return shortages.stream().anyMatch(Shortage::forRecall) ? "LOT_RECALLED" : "OUT_OF_STOCK";
    }

    private Mono<Void> confirm(Order order, List<Take> takes) {
        var change = OrderChange.from(order.state())
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
                stock.release(now.id(), now.skus())
                        .then(Mono.error(() ->
                                new IllegalStateException("Order " + now.id() + " moved meanwhile, finalize again")));
        };
    }

    private Mono<Void> takeOutOfCart(Order order) {
        return carts.ordered(order.preparation().cartId(), order.id(), order.skus());
    }

    private Mono<Void> giveBack(Order order, String reason) {
        LOG.warn("Order {} was paid but cannot be fulfilled: {}", order.id(), reason);
        var now = clock.instant();
        var ended = OrderChange.from(order.state());
        if (order.state() == OrderState.PLACED) {
            ended = ended.to(OrderState.CANCELLED);
        }
        var change = ended.payment(UNPAID, PaymentState.REFUND_PENDING)
                .tell(now, What.CANCELLED, reason)
                .tell(now, What.REFUND_REQUESTED, null)
                .due(now.plusSeconds(60));
        return book.orders().change(order.id(), change).flatMap(book.settling()::settleSoon);
    }

    private Mono<Void> giveBackLate(Order order) {
        var now = clock.instant();
        var change = OrderChange.from(OrderState.CANCELLED)
                .payment(UNPAID, PaymentState.REFUND_PENDING)
                .tell(now, What.REFUND_REQUESTED, null)
                .due(now.plusSeconds(60));
        return book.orders().change(order.id(), change).flatMap(book.settling()::settleSoon);
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

    /** The only location an order takes stock from, or null when it is sent. */
    static @Nullable String pickupLocation(Order order) {
        return order.delivery() instanceof Delivery.Pickup pickup ? pickup.locationId() : null;
    }
}
