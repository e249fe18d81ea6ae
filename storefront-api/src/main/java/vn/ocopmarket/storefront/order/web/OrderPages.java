package vn.ocopmarket.storefront.order.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.CancellingOrder;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLinks;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.payment.TakingPayment;

/** An order for whoever has its link; also where the payment page sends the buyer back to. */
@Controller
class OrderPages {

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
        return withToken(id, token)
                .then(Mono.defer(() -> payment == null ? Mono.empty() : payments.check(id)))
                .then(Mono.defer(() -> orders.find(id)))
                .filter(Order::isPlaced)
                .map(order -> Rendering.view("order")
                        .modelAttribute("order", views.of(order, locale))
                        .modelAttribute("token", token)
                        .modelAttribute("waiting", "success".equals(payment) && order.state() == OrderState.PLACED)
                        .modelAttribute("cancelled", "cancelled".equals(payment) && order.state() == OrderState.PLACED)
                        .build())
                .switchIfEmpty(Mono.error(OrderPages::unknown));
    }

    @PostMapping("/orders/{id}/cancel")
    Mono<Rendering> cancel(@PathVariable String id, @RequestParam(defaultValue = "") String token) {
        return withToken(id, token)
                .then(Mono.defer(() -> cancelling.cancel(id, "BUYER")))
                .map(outcome -> switch (outcome) {
                    case OrderOutcome.Moved _ -> back(id, token, "order-cancelled");
                    case OrderOutcome.LotRecalled _, OrderOutcome.MoveRefused _ ->
                        back(id, token, "order-not-cancelled");
                    case OrderOutcome.OrderUnknown _ -> throw unknown();
                });
    }

    private Mono<Void> withToken(String id, String token) {
        return links.opens(id, token)
                .filter(opens -> opens)
                .switchIfEmpty(Mono.error(OrderPages::unknown))
                .then();
    }

    private static Rendering back(String id, String token, String done) {
        var address = UriComponentsBuilder.fromPath("/orders/{id}")
                .queryParam("token", "{token}")
                .queryParam("done", done)
                .encode()
                .buildAndExpand(id, token)
                .toUriString();
        return Rendering.redirectTo(address).status(HttpStatus.SEE_OTHER).build();
    }

    private static Problem unknown() {
        return Problem.of("order-not-found", 404);
    }
}
