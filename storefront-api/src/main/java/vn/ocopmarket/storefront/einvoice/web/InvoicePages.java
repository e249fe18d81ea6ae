package vn.ocopmarket.storefront.einvoice.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.SeeOther;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome.Incomplete;
import vn.ocopmarket.storefront.einvoice.KeepingInvoices;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceBuyer;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.pages.Problem;

/** Where the buyer says whom the invoice names. */
@Controller
@RequestMapping("/orders/{id}/invoice")
class InvoicePages {

    private static final InvoiceBuyer NOBODY = new InvoiceBuyer("", "", "", "");

    private static final String PAGE = "/orders/{id}/invoice?token={token}&done={done}";

    private final KeepingInvoices keeping;
    private final Orders orders;
    private final OrderLinks links;

    InvoicePages(KeepingInvoices keeping, Orders orders, OrderLinks links) {
        this.keeping = keeping;
        this.orders = orders;
        this.links = links;
    }

    @GetMapping
    Mono<Rendering> form(@PathVariable String id, @RequestParam(defaultValue = "") String token) {
        return links.mustOpen(id, token)
                .then(Mono.defer(() -> page(id, token, NOBODY)))
                .map(page -> page.build());
    }

    private Mono<Rendering.Builder<?>> page(String id, String token, InvoiceBuyer typed) {
        var invoices = keeping.of(id).map(List::of).defaultIfEmpty(List.of());
        return Mono.zip(orders.find(id).filter(Order::isPlaced), invoices)
                .<Rendering.Builder<?>>map(both -> Rendering.view("einvoice/ask")
                        .modelAttribute("order", both.getT1())
                        .modelAttribute("token", token)
                        .modelAttribute("typed", typed)
                        .modelAttribute(
                                "invoices",
                                both.getT2().stream().map(InvoiceView::forBuyer).toList())
                        .modelAttribute(
                                "mayAsk",
                                KeepingInvoices.isFor(both.getT1())
                                        && both.getT2().stream()
                                                .allMatch(invoice -> invoice.state() == InvoiceState.TO_ISSUE
                                                        || invoice.state() == InvoiceState.FAILED)))
                .switchIfEmpty(Mono.error(InvoicePages::unknown));
    }

    @PostMapping
    Mono<Rendering> ask(
            @PathVariable String id, @RequestParam(defaultValue = "") String token, ServerWebExchange exchange) {
        return links.mustOpen(id, token)
                .then(SentForm.by(exchange, 0))
                .map(form -> new InvoiceBuyer(
                        form.field("name"), form.field("taxCode"), form.field("address"), form.field("email")))
                .flatMap(buyer -> keeping.ask(id, buyer)
                        .flatMap(outcome -> outcome instanceof Incomplete
                                ? refused(id, token, buyer)
                                : Mono.just(SeeOther.at(
                                        PAGE, id, token, InvoiceProblems.notice(outcome, "invoice-asked")))));
    }

    /** With what was typed, so that only what is wrong has to be typed again. */
    private Mono<Rendering> refused(String id, String token, InvoiceBuyer typed) {
        return page(id, token, typed)
                .map(page -> page.modelAttribute("refused", "undone.invoice-incomplete")
                        .status(HttpStatus.BAD_REQUEST)
                        .build());
    }

    private static Problem unknown() {
        return Problem.of("order-not-found", 404);
    }
}
