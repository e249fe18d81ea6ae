package vn.ocopmarket.storefront.orderview.web;

import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.orderend.CancellingOrder;
import vn.ocopmarket.storefront.orderlink.OrderLinks;

/** A guest needs the token of the link; without it an order does not exist. */
@RestController
@RequestMapping("/api/v1/orders/{id}")
class OrderController {

    private final Orders orders;
    private final OrderLinks links;
    private final CancellingOrder cancelling;
    private final OrderViews views;

    OrderController(Orders orders, OrderLinks links, CancellingOrder cancelling, OrderViews views) {
        this.orders = orders;
        this.links = links;
        this.cancelling = cancelling;
        this.views = views;
    }

    @GetMapping
    Mono<OrderView> order(@PathVariable String id, @RequestParam(defaultValue = "") String token, Locale locale) {
        return links.mustOpen(id, token)
                .then(orders.find(id))
                .filter(Order::isPlaced)
                .map(order -> views.forBuyer(order, locale))
                .switchIfEmpty(Mono.error(OrderProblems::unknown));
    }

    @PostMapping("/cancellations")
    Mono<OrderView> cancel(@PathVariable String id, @RequestParam(defaultValue = "") String token, Locale locale) {
        return links.mustOpen(id, token)
                .then(Mono.defer(() -> cancelling.cancel(id, "BUYER")))
                .map(outcome -> views.forBuyer(OrderProblems.moved(outcome), locale));
    }
}
