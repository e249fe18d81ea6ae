package vn.ocopmarket.storefront.ordernews.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.ordernews.ResendingLinks;

/** Where staff help a buyer who lost the way to an order, or whose link got into other hands. */
@DeskPage
@RequestMapping("/staff/order-links")
class LinkPages {

    private final ResendingLinks resending;
    private final Orders orders;
    private final CurrentStaff staff;

    LinkPages(ResendingLinks resending, Orders orders, CurrentStaff staff) {
        this.resending = resending;
        this.orders = orders;
        this.staff = staff;
    }

    @GetMapping
    Rendering form() {
        return Rendering.view("ordernews/desk").build();
    }

    @PostMapping
    Mono<Rendering> reissue(ServerWebExchange exchange) {
        return Mono.zip(staff.get(), SentForm.by(exchange, 0)).flatMap(both -> {
            var number = both.getT2().field("number").toUpperCase(Locale.ROOT);
            var leaked = "leaked".equals(both.getT2().field("act"));
            return orders.findByNumber(number)
                    .filter(order -> order.isPlaced()
                            && order.preparation().takes().stream()
                                    .allMatch(take -> both.getT1()
                                            .may(Permission.FULFIL_ORDERS, Where.location(take.locationId()))))
                    .flatMap(order -> resending.reissue(order, leaked))
                    .map(sent -> back(sent ? "link-sent" : "link-nowhere"))
                    .defaultIfEmpty(back("link-no-order"));
        });
    }

    private static Rendering back(String done) {
        return Rendering.redirectTo("/staff/order-links?done=" + done)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
