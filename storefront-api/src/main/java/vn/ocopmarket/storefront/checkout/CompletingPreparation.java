package vn.ocopmarket.storefront.checkout;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.cart.Carts;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.InProgress;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.StockGone;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.VoucherRefused;
import vn.ocopmarket.storefront.checkout.Reserving.Reserved;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Shortage;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Preparation.Refusal;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.promotion.VoucherRefusal;

/** The steps after an order is written down; whoever comes goes on from the state it is in. */
final class CompletingPreparation {

    /** The preparation was given up after a crash; the same request may begin again. */
    static final String INTERRUPTED = "INTERRUPTED";

    private final OrderBook book;
    private final Reserving reserving;
    private final Carts carts;
    private final BeginningPayment payments;
    private final Deadlines deadlines;

    CompletingPreparation(
            OrderBook book, Reserving reserving, Carts carts, BeginningPayment payments, Deadlines deadlines) {
        this.book = book;
        this.reserving = reserving;
        this.carts = carts;
        this.payments = payments;
        this.deadlines = deadlines;
    }

    boolean offers(PaymentMethod method) {
        return payments.offers(method);
    }

    /** When a worker may take a preparation that begins now for dead. */
    Instant giveUpAt() {
        return deadlines.giveUpAt();
    }

    Mono<PreparationOutcome> goOn(Order order, boolean replayed) {
        return switch (order.state()) {
            case PREPARING -> reserve(order);
            case REFUSED -> refused(order);
            case PLACED -> order.preparation().isPayable() ? prepared(order, replayed) : payments.begin(order);
            case CONFIRMED, COMPLETED, CANCELLED, EXPIRED -> prepared(order, replayed);
        };
    }

    private Mono<PreparationOutcome> reserve(Order order) {
        var until = deadlines.holdUntil();
        return reserving.begin(order, until).flatMap(reserved -> switch (reserved) {
            case Reserved.All(var takes) -> place(order, takes, until);
            case Reserved.NoVoucher(var why) ->
                refuse(order, List.of(new Refusal(why.code(), Refusal.VOUCHER + why.why(), 0)));
            case Reserved.NoStock(var shortages) ->
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
            case REFUSED, CANCELLED, EXPIRED -> reserving.release(now).then(Mono.defer(() -> goOn(now, true)));
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
                .flatMap(refused -> reserving
                        .releaseVouchers(refused)
                        .then(carts.unclaim(order.preparation().cartId(), order.id()))
                        .thenReturn(outcome(refusals, false)))
                .switchIfEmpty(Mono.defer(() -> somebodyElseWentOn(order)));
    }

    private Mono<PreparationOutcome> refused(Order order) {
        var refusals = order.preparation().refusals();
        if (refusals.stream().noneMatch(refusal -> refusal.code().equals(INTERRUPTED))) {
            return Mono.just(outcome(refusals, true));
        }
        var again = OrderChange.from(OrderState.REFUSED)
                .whenSettled()
                .to(OrderState.PREPARING)
                .refusals(List.of())
                .kept()
                .due(deadlines.giveUpAt());
        return book.orders()
                .change(order.id(), again)
                .flatMap(this::reserve)
                .switchIfEmpty(Mono.defer(() -> settledOrBegun(order)));
    }

    /** Who still frees what the interrupted try had would free what the next one takes. */
    private Mono<PreparationOutcome> settledOrBegun(Order order) {
        return book.orders()
                .find(order.id())
                .flatMap(now -> now.state() == OrderState.REFUSED ? Mono.just(new InProgress()) : goOn(now, true));
    }

    private static PreparationOutcome outcome(List<Refusal> refusals, boolean replayed) {
        return refusals.stream()
                .filter(Refusal::ofVoucher)
                .findFirst()
                .<PreparationOutcome>map(refusal -> new VoucherRefused(why(refusal), replayed))
                .orElseGet(() -> new StockGone(refusals, replayed));
    }

    private static VoucherRefusal why(Refusal refusal) {
        return VoucherRefusal.of(refusal.sku(), refusal.code().substring(Refusal.VOUCHER.length()));
    }

    private Mono<PreparationOutcome> prepared(Order order, boolean replayed) {
        var link = replayed ? book.links().linkTo(order.id()) : book.links().firstLinkTo(order.id());
        return link.map(to -> new Prepared(order, to, replayed));
    }
}
