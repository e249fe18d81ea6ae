package vn.ocopmarket.storefront.orderview.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.SeeOther;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.orderend.CancellingOrder;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.payment.TakingPayment;

/** An order for whoever has its link; also where the payment page sends the buyer back to. */
@Controller
class OrderPages {

    private static final String PAGE = "/orders/{id}?token={token}&done={done}";

    private final Orders orders;
    private final OrderLinks links;
    private final CancellingOrder cancelling;
    private final TakingPayment payments;
    private final OrderViews views;

    OrderPages(Orders orders, OrderLinks links, CancellingOrder cancelling, TakingPayment payments, OrderViews views) {
        this.orders = orders;
        this.links = links;
        this.cancelling = cancelling;
        this.payments = payments;
        this.views = views;
    }

    @GetMapping("/orders/{id}")
    Mono<Rendering> order(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false) @Nullable String payment,
            Locale locale) {
        return links.mustOpen(id, token)
                .then(Mono.defer(() -> payment == null ? Mono.empty() : payments.check(id)))
                .then(Mono.defer(() -> orders.find(id)))
                .filter(Order::isPlaced)
                .flatMap(order -> Mono.zip(
                                views.transfer(order)
                                        .map(panel -> List.of(panel))
                                        .defaultIfEmpty(List.of()),
                                views.panels(order, token, locale))
                        .map(shown -> Rendering.view("order")
                                .modelAttribute("transfers", shown.getT1())
                                .modelAttribute("panels", shown.getT2())
                                .modelAttribute("order", views.forBuyer(order, locale))
                                .modelAttribute("token", token)
                                .modelAttribute(
                                        "waiting", "success".equals(payment) && order.state() == OrderState.PLACED)
                                .modelAttribute(
                                        "cancelled", "cancelled".equals(payment) && order.state() == OrderState.PLACED)
                                .modelAttribute("ways", waysToPay(order))
                                .build()))
                .switchIfEmpty(Mono.error(OrderProblems::unknown));
    }

    @PostMapping("/orders/{id}/cancel")
    Mono<Rendering> cancel(@PathVariable String id, @RequestParam(defaultValue = "") String token) {
        return links.mustOpen(id, token)
                .then(Mono.defer(() -> cancelling.cancel(id, "BUYER")))
                .map(outcome -> switch (outcome) {
                    case OrderOutcome.Moved _ -> SeeOther.at(PAGE, id, token, "order-cancelled");
                    case OrderOutcome.CodeMissing _, OrderOutcome.LotRecalled _, OrderOutcome.MoveRefused _ ->
                        SeeOther.at(PAGE, id, token, "order-not-cancelled");
                    case OrderOutcome.OrderUnknown _ -> throw OrderProblems.unknown();
                });
    }

    /** The other ways in which an order that waits can be paid. */
    private List<String> waysToPay(Order order) {
        if (order.state() != OrderState.PLACED) {
            return List.of();
        }
        return order.method() == PaymentMethod.CARD
                ? payments.offers(PaymentMethod.BANK_TRANSFER) ? List.of("vietqr") : List.of()
                : List.of("card");
    }
}
