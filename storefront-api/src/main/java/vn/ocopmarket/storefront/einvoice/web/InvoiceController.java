package vn.ocopmarket.storefront.einvoice.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.einvoice.KeepingInvoices;
import vn.ocopmarket.storefront.einvoice.domain.Invoice.Paper;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceBuyer;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceState;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.pages.Problem;

/** Invoices: the holder of an order's link asks for one, who keeps the money writes down what was issued. */
@RestController
class InvoiceController {

    private static final int MOST = 200;

    private final KeepingInvoices keeping;
    private final OrderLinks links;
    private final CurrentStaff staff;

    InvoiceController(KeepingInvoices keeping, OrderLinks links, CurrentStaff staff) {
        this.keeping = keeping;
        this.links = links;
        this.staff = staff;
    }

    @GetMapping("/api/v1/orders/{id}/invoice")
    Mono<InvoiceView> of(@PathVariable String id, @RequestParam(defaultValue = "") String token) {
        return links.mustOpen(id, token)
                .then(Mono.defer(() -> keeping.of(id)))
                .map(InvoiceView::forBuyer)
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }

    /** Asks for it, or corrects what is not issued yet. */
    @PutMapping("/api/v1/orders/{id}/invoice")
    Mono<InvoiceView> ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String token,
            @Valid @RequestBody BuyerRequest request) {
        return links.mustOpen(id, token)
                .then(Mono.defer(() -> keeping.ask(id, request.buyer())))
                .map(outcome -> InvoiceView.forBuyer(InvoiceProblems.done(outcome)));
    }

    /** The oldest first; without a state those that somebody has to do something for. */
    @GetMapping("/api/v1/invoices")
    Mono<InvoicePage> list(@RequestParam(required = false) @Nullable InvoiceState state) {
        return keeping.list(state, MOST)
                .map(InvoiceView::forStaff)
                .collectList()
                .map(items -> new InvoicePage(items, null));
    }

    /** It was issued, or the one that adjusts it. */
    @PostMapping("/api/v1/invoices/{order}/papers")
    Mono<InvoiceView> issued(@PathVariable String order, @Valid @RequestBody PaperRequest request) {
        return staff.get()
                .flatMap(member -> keeping.issued(
                        order,
                        new Paper(
                                request.series(),
                                request.number(),
                                request.issuedOn(),
                                member.accountId(),
                                request.refunded().amount())))
                .map(outcome -> InvoiceView.forStaff(InvoiceProblems.done(outcome)));
    }

    /** It could not be issued; the buyer reads why. */
    @PostMapping("/api/v1/invoices/{order}/failures")
    Mono<InvoiceView> failed(@PathVariable String order, @Valid @RequestBody FailureRequest request) {
        return keeping.failed(order, request.reason())
                .map(outcome -> InvoiceView.forStaff(InvoiceProblems.done(outcome)));
    }

    /** Whom the invoice names. */
    record BuyerRequest(
            @NotBlank @Size(max = 300) String name,
            @NotBlank @Size(max = 20) String taxCode,
            @NotBlank @Size(max = 300) String address,
            @NotBlank @Size(max = 300) String email) {

        InvoiceBuyer buyer() {
            return new InvoiceBuyer(name.strip(), taxCode.strip(), address.strip(), email.strip());
        }

        @Override
        public String toString() {
            return "BuyerRequest[…]";
        }
    }

    /**
     * A paper.
     *
     * @param refunded how much of the order's money had gone back when it was made; when more has, it is to be adjusted
     */
    record PaperRequest(
            @NotBlank @Size(max = 20) String series,
            @NotBlank @Size(max = 40) String number,
            @NotNull LocalDate issuedOn,
            @NotNull Money refunded) {}

    record FailureRequest(@NotBlank @Size(max = 500) String reason) {}

    record InvoicePage(List<InvoiceView> items, @Nullable String next) {}
}
