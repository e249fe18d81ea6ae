package vn.ocopmarket.storefront.checkout;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.cart.Carts;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.StockGone;
import vn.ocopmarket.storefront.inventory.HoldOutcome;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Held;
import vn.ocopmarket.storefront.inventory.HoldOutcome.HoldRefused;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Shortage;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Preparation.Refusal;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** The steps after an order is written down; whoever comes goes on from the state it is in. */
final class CompletingPreparation {

    /** The preparation was given up after a crash; the same request may begin again. */
    static final String INTERRUPTED = "INTERRUPTED";

    private final OrderBook book;
    private final HoldingStock stock;
    private final Carts carts;
    private final BeginningPayment payments;
    private final Deadlines deadlines;

    CompletingPreparation(
            OrderBook book, HoldingStock stock, Carts carts, BeginningPayment payments, Deadlines deadlines) {
        this.book = book;
        this.stock = stock;
        this.carts = carts;
        this.payments = payments;
        this.deadlines = deadlines;
    }

    /** When a worker may take a preparation that begins now for dead. */
    Instant giveUpAt() {
        return deadlines.giveUpAt();
    }

    Mono<PreparationOutcome> goOn(Order order, boolean replayed) {
        return switch (order.state()) {
            case PREPARING -> takeStock(order);
            case REFUSED -> refused(order);
            case PLACED ->
                order.preparation().redirectUrl() == null ? payments.begin(order) : prepared(order, replayed);
            case CONFIRMED, COMPLETED, CANCELLED, EXPIRED -> prepared(order, replayed);
        };
    }

    private Mono<PreparationOutcome> takeStock(Order order) {
        var until = deadlines.holdUntil();
        var where = FinalizingCheckout.pickupLocation(order);
        Mono<HoldOutcome> taken = order.method() == PaymentMethod.CASH_ON_DELIVERY
                ? stock.allocate(order.id(), order.stockLines(), where, List.of())
                : stock.hold(order.id(), order.stockLines(), where, until);
        return taken.flatMap(outcome -> switch (outcome) {
            case Held(var takes) -> place(order, takes, until);
            case HoldRefused(var shortages) ->
                refuse(
                        order,
                        shortages.stream()
                                .map(shortage -> new Refusal(shortage.sku(), code(shortage), shortage.available()))
                                .toList());
        });
    }

    private static String code(Shortage shortage) {
        return shortage.forRecall() ? Refusal.LOT_RECALLED : Refusal.INSUFFICIENT_STOCK;
    }

    private Mono<PreparationOutcome> place(Order order, List<Take> takes, Instant until) {
        var now = deadlines.now();
        var leaving = OrderChange.from(OrderState.PREPARING).takes(takes);
        var change = order.method() == PaymentMethod.CASH_ON_DELIVERY
                ? leaving.to(OrderState.CONFIRMED)
                        .tell(now, What.CONFIRMED, null)
                        .settled()
                : leaving.to(OrderState.PLACED)
                        .tell(now, What.PLACED, null)
                        .heldUntil(until)
                        .due(until);
        return book.orders()
                .change(order.id(), change)
                .flatMap(placed -> placed.state() == OrderState.CONFIRMED
                        ? carts.ordered(placed.preparation().cartId(), placed.id(), placed.skus())
                                .then(prepared(placed, false))
                        : payments.begin(placed))
                .switchIfEmpty(Mono.defer(() -> somebodyElseWentOn(order)));
    }

    /** What was taken for an order that ended meanwhile goes back. */
    private Mono<PreparationOutcome> somebodyElseWentOn(Order order) {
        return book.orders().find(order.id()).flatMap(now -> switch (now.state()) {
            case REFUSED, CANCELLED, EXPIRED ->
                stock.release(now.id(), now.skus()).then(goOn(now, true));
            case PREPARING, PLACED, CONFIRMED, COMPLETED -> goOn(now, true);
        });
    }

    private Mono<PreparationOutcome> refuse(Order order, List<Refusal> refusals) {
        var change = OrderChange.from(OrderState.PREPARING)
                .to(OrderState.REFUSED)
                .refusals(refusals)
                .due(deadlines.giveUpAt());
        return book.orders()
                .change(order.id(), change)
                .flatMap(refused -> carts.unclaim(order.preparation().cartId(), order.id())
                        .<PreparationOutcome>thenReturn(new StockGone(refusals, false)))
                .switchIfEmpty(Mono.defer(() -> somebodyElseWentOn(order)));
    }

    private Mono<PreparationOutcome> refused(Order order) {
        var refusals = order.preparation().refusals();
        if (refusals.stream().noneMatch(refusal -> refusal.code().equals(INTERRUPTED))) {
            return Mono.just(new StockGone(refusals, true));
        }
        var again = OrderChange.from(OrderState.REFUSED)
                .to(OrderState.PREPARING)
                .refusals(List.of())
                .kept()
                .due(deadlines.giveUpAt());
        return book.orders()
                .change(order.id(), again)
                .flatMap(this::takeStock)
                .switchIfEmpty(Mono.defer(() -> somebodyElseWentOn(order)));
    }

    private Mono<PreparationOutcome> prepared(Order order, boolean replayed) {
        return book.links().linkTo(order.id()).map(link -> new Prepared(order, link, replayed));
    }
}
