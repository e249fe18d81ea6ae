package vn.ocopmarket.storefront.checkout.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.checkout.PayingOtherwise;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart;

/** The buyer of an order that waits chooses another way to pay it. */
@Controller
class PaymentPages {

    private final PayingOtherwise paying;
    private final OrderLinks links;

    PaymentPages(PayingOtherwise paying, OrderLinks links) {
        this.paying = paying;
        this.links = links;
    }

    @PostMapping("/orders/{id}/payments")
    Mono<Rendering> pay(
            @PathVariable String id, @RequestParam(defaultValue = "") String token, ServerWebExchange exchange) {
        return links.mustOpen(id, token)
                .then(exchange.getFormData())
                .flatMap(form -> paying.pay(
                        id,
                        "vietqr".equals(form.getFirst("method")) ? PaymentMethod.BANK_TRANSFER : PaymentMethod.CARD))
                .map(start -> switch (start) {
                    case PaymentStart.Redirect(var url) -> to(url);
                    case PaymentStart.ToTransfer _, PaymentStart.AlreadyOver _, PaymentStart.NothingToDo _ ->
                        to(order(id, token));
                    case PaymentStart.AmountRefused _ -> throw Problem.of("amount-not-payable", 409);
                    case PaymentStart.Unreachable _ -> throw Problem.of("payment-unavailable", 503);
                });
    }

    private static Rendering to(String address) {
        return Rendering.redirectTo(address)
                .status(HttpStatus.SEE_OTHER)
                .contextRelative(false)
                .build();
    }

    private static String order(String id, String token) {
        return UriComponentsBuilder.fromPath("/orders/{id}")
                .queryParam("token", "{token}")
                .encode()
                .buildAndExpand(id, token)
                .toUriString();
    }
}
