package vn.ocopmarket.storefront.einvoice.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome;
import vn.ocopmarket.storefront.einvoice.KeepingInvoices;
import vn.ocopmarket.storefront.einvoice.domain.Invoice.Paper;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceState;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.refund.RefundingOrder;

/** The desk of invoices: what is to be issued or adjusted, with what stands on it; the number is entered here. */
@DeskPage
@RequestMapping("/staff/invoices")
class InvoiceDeskPages {

    private static final int MOST = 100;
    private static final int LONGEST = 500;

    private final KeepingInvoices keeping;
    private final RefundingOrder refunding;
    private final CurrentStaff staff;
    private final Clock clock;

    InvoiceDeskPages(KeepingInvoices keeping, RefundingOrder refunding, CurrentStaff staff, Clock clock) {
        this.keeping = keeping;
        this.refunding = refunding;
        this.staff = staff;
        this.clock = clock;
    }

    /** An invoice with what the order came to. */
    record Row(InvoiceView invoice, Money total, Money tax, Money back) {}

    @GetMapping
    Mono<Rendering> list(@RequestParam(required = false) @Nullable InvoiceState state) {
        return keeping.list(state, MOST)
                .concatMap(invoice -> refunding
                        .of(invoice.orderId())
                        .map(refundable -> new Row(
                                InvoiceView.forStaff(invoice),
                                refundable.order().payable(),
                                refundable.order().payableTax(),
                                refundable.back())))
                .collectList()
                .map(rows -> Rendering.view("einvoice/desk")
                        .modelAttribute("rows", rows)
                        .modelAttribute("states", InvoiceState.values())
                        .modelAttribute("chosen", state == null ? "" : state.name())
                        .modelAttribute("byHand", keeping.isByHand())
                        .modelAttribute("today", LocalDate.now(clock))
                        .build());
    }

    @PostMapping("/{order}")
    Mono<Rendering> write(@PathVariable String order, ServerWebExchange exchange) {
        return Mono.zip(staff.get(), SentForm.by(exchange, 0)).flatMap(both -> {
            var form = both.getT2();
            if ("fail".equals(form.field("act"))) {
                return failed(order, form.field("reason"));
            }
            var series = form.field("series");
            var number = form.field("number");
            var day = day(form.field("issuedOn"));
            var back = form.field("back");
            if (!back.matches("\\d{1,15}")) {
                return Mono.error(Problem.of("invalid-request", 400));
            }
            return series.isEmpty() || number.isEmpty() || series.length() + number.length() > LONGEST || day == null
                    ? Mono.just(back("invoice-no-number"))
                    : keeping.issued(
                                    order,
                                    new Paper(series, number, day, both.getT1().accountId(), Long.parseLong(back)))
                            .map(InvoiceDeskPages::written);
        });
    }

    private Mono<Rendering> failed(String order, String reason) {
        return reason.isEmpty() || reason.length() > LONGEST
                ? Mono.just(back("invoice-no-number"))
                : keeping.failed(order, reason).map(InvoiceDeskPages::written);
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static Rendering written(InvoiceOutcome outcome) {
        return back(InvoiceProblems.notice(outcome, "invoice-written"));
    }

    private static Rendering back(String done) {
        return Rendering.redirectTo("/staff/invoices?done=" + done)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
