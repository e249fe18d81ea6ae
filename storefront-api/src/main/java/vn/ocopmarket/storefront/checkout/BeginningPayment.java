package vn.ocopmarket.storefront.checkout;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.AmountRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PaymentUnavailable;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderLinks;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.SettlingOrder;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.payment.PaymentRequest;
import vn.ocopmarket.storefront.payment.PaymentStart;
import vn.ocopmarket.storefront.payment.TakingPayment;

/** Begins the payment of an order whose stock is held. */
final class BeginningPayment {

    private final TakingPayment payments;
    private final Orders orders;
    private final SettlingOrder settling;
    private final OrderLinks links;
    private final Clock clock;

    BeginningPayment(TakingPayment payments, Orders orders, SettlingOrder settling, OrderLinks links, Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.settling = settling;
        this.links = links;
        this.clock = clock;
    }

    Mono<PreparationOutcome> begin(Order order) {
        return links.linkTo(order.id())
                .flatMap(link -> payments.start(request(order, link)).flatMap(start -> switch (start) {
                    case PaymentStart.Redirect(var url) -> redirect(order, url, link);
                    case PaymentStart.NothingToDo _, PaymentStart.AlreadyOver _ ->
                        orders.find(order.id()).map(now -> new Prepared(now, link, true));
                    case PaymentStart.AmountRefused(var least, var most) -> refuse(order, least, most);
                    case PaymentStart.Unreachable _ -> Mono.just(new PaymentUnavailable(order.id()));
                }));
    }

    private Mono<PreparationOutcome> redirect(Order order, String url, String link) {
        var change = OrderChange.from(OrderState.PLACED, OrderState.CONFIRMED, OrderState.CANCELLED, OrderState.EXPIRED)
                .payAt(url);
        return orders.change(order.id(), change).map(now -> new Prepared(now, link, false));
    }

    private Mono<PreparationOutcome> refuse(Order order, Money least, Money most) {
        var now = clock.instant();
        var change = OrderChange.from(OrderState.PLACED)
                .to(OrderState.CANCELLED)
                .payment(Set.of(PaymentState.AWAITING), PaymentState.ENDED)
                .tell(now, What.CANCELLED, "AMOUNT_REFUSED")
                .due(now);
        return orders.change(order.id(), change)
                .flatMap(settling::settleSoon)
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
