package vn.ocopmarket.storefront.checkout;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.AmountRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PaymentUnavailable;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.payment.PaymentRequest;
import vn.ocopmarket.storefront.payment.TakingPayment;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart;

/** Begins the payment of an order whose stock is held. */
final class BeginningPayment {

    private final TakingPayment payments;
    private final OrderBook book;
    private final Clock clock;

    BeginningPayment(TakingPayment payments, OrderBook book, Clock clock) {
        this.payments = payments;
        this.book = book;
        this.clock = clock;
    }

    boolean offers(PaymentMethod method) {
        return payments.offers(method);
    }

    Mono<PreparationOutcome> begin(Order order) {
        return book.links()
                .firstLinkTo(order.id())
                .flatMap(link -> payments.start(request(order, link)).flatMap(start -> switch (start) {
                    case PaymentStart.Redirect(var url) -> payable(order, change -> change.payAt(url), link);
                    case PaymentStart.ToTransfer(var reference) ->
                        payable(order, change -> change.payWith(reference), link);
                    case PaymentStart.NothingToDo _, PaymentStart.AlreadyOver _ ->
                        book.orders().find(order.id()).map(now -> new Prepared(now, link, true));
                    case PaymentStart.AmountRefused(var least, var most) -> refuse(order, least, most);
                    case PaymentStart.Unreachable _ -> Mono.just(new PaymentUnavailable(order.id()));
                }));
    }

    /** Another way for an order that waits; {@code AlreadyOver} when it does not wait any more. */
    Mono<PaymentStart> beginAgain(String orderId, PaymentMethod method) {
        return payments.startAgain(orderId, method).flatMap(start -> switch (start) {
            case PaymentStart.Redirect(var url) -> payBy(orderId, method, change -> change.payAt(url), start);
            case PaymentStart.ToTransfer(var reference) ->
                payBy(orderId, method, change -> change.payWith(reference), start);
            case PaymentStart.NothingToDo _,
                    PaymentStart.AlreadyOver _,
                    PaymentStart.AmountRefused _,
                    PaymentStart.Unreachable _ -> Mono.just(start);
        });
    }

    private Mono<PaymentStart> payBy(
            String orderId, PaymentMethod method, UnaryOperator<OrderChange> where, PaymentStart start) {
        var change = where.apply(OrderChange.from(OrderState.PLACED).payBy(method));
        return book.orders().change(orderId, change).thenReturn(start);
    }

    private Mono<PreparationOutcome> payable(Order order, UnaryOperator<OrderChange> where, String link) {
        var change =
                OrderChange.from(OrderState.PLACED, OrderState.CONFIRMED, OrderState.CANCELLED, OrderState.EXPIRED);
        return book.orders().change(order.id(), where.apply(change)).map(now -> new Prepared(now, link, false));
    }

    private Mono<PreparationOutcome> refuse(Order order, Money least, Money most) {
        var now = clock.instant();
        var change = OrderChange.from(OrderState.PLACED)
                .to(OrderState.CANCELLED)
                .payment(Set.of(PaymentState.AWAITING), PaymentState.ENDED)
                .tell(now, What.CANCELLED, "AMOUNT_REFUSED")
                .due(now);
        return book.orders()
                .change(order.id(), change)
                .flatMap(book.settling()::settleSoon)
                .thenReturn(new AmountRefused(least, most));
    }

    private static PaymentRequest request(Order order, String link) {
        return new PaymentRequest(
                order.id(),
                order.number(),
                order.total(),
                order.method(),
                order.contact().email(),
                link + "&payment=success",
                link + "&payment=cancelled",
                Objects.requireNonNull(order.preparation().holdExpiresAt()),
                Locale.of(order.preparation().language()));
    }
}
