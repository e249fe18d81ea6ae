package vn.ocopmarket.storefront.ordernews.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.ordernews.ResendingLinks;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.throttle.Origins;

/** The way to an order, sent again: asked for by whoever knows number and phone or e-mail, or by staff. */
@RestController
class LinkController {

    private final ResendingLinks resending;
    private final Orders orders;
    private final CurrentStaff staff;
    private final Origins origins;

    LinkController(ResendingLinks resending, Orders orders, CurrentStaff staff, Origins origins) {
        this.resending = resending;
        this.orders = orders;
        this.staff = staff;
        this.origins = origins;
    }

    /** The same answer for every number. */
    @PostMapping("/api/v1/order-links")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> ask(@Valid @RequestBody LostRequest lost, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return resending.ask(
                lost.number(),
                lost.contact(),
                origins.of(request.getRemoteAddress(), request.getHeaders().getOrEmpty(Origins.FORWARDED_FOR)));
    }

    /** Sends it to the address on the order; when it leaked, every link before opens nothing any more. */
    @PostMapping("/api/v1/orders/{id}/links")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<LinkSent> reissue(@PathVariable String id, @RequestBody ReissueRequest request) {
        return Mono.zip(staff.get(), orders.find(id))
                .filter(both -> both.getT2().isPlaced()
                        && both.getT2().preparation().takes().stream()
                                .allMatch(take ->
                                        both.getT1().may(Permission.FULFIL_ORDERS, Where.location(take.locationId()))))
                .map(both -> both.getT2())
                .switchIfEmpty(Mono.<Order>error(() -> Problem.of("order-not-found", 404)))
                .flatMap(order -> resending.reissue(order, request.leaked()))
                .map(LinkSent::new);
    }

    /** @param contact phone or e-mail that was given with the order */
    record LostRequest(
            @NotBlank @Size(max = 40) String number,
            @NotBlank @Size(max = 254) String contact) {

        @Override
        public String toString() {
            return "LostRequest[…]";
        }
    }

    /** @param leaked whether the links that were given out are to open nothing any more */
    record ReissueRequest(boolean leaked) {}

    /** @param sent false when the buyer gave nothing that anything can be sent to */
    record LinkSent(boolean sent) {}
}
