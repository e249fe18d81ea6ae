package vn.ocopmarket.storefront.einvoice.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.einvoice.domain.Invoice;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceBuyer;

/** The invoice of an order. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvoiceView(
        String orderId,
        String orderNumber,
        String state,
        @Nullable InvoiceBuyer buyer,
        Instant askedAt,
        List<Paper> papers,
        @Nullable String trouble,
        List<String> allowed) {

    record Paper(String series, String number, LocalDate issuedOn) {}

    /** For whoever has the order's link: not whom it names, which the buyer knows. */
    static InvoiceView forBuyer(Invoice invoice) {
        return of(invoice, null);
    }

    static InvoiceView forStaff(Invoice invoice) {
        return of(invoice, invoice.buyer());
    }

    private static InvoiceView of(Invoice invoice, @Nullable InvoiceBuyer buyer) {
        return new InvoiceView(
                invoice.orderId(),
                invoice.orderNumber(),
                invoice.state().name(),
                buyer,
                invoice.askedAt(),
                invoice.papers().stream()
                        .map(paper -> new Paper(paper.series(), paper.number(), paper.issuedOn()))
                        .toList(),
                invoice.trouble(),
                invoice.state().allowed().stream().map(Enum::name).sorted().toList());
    }
}
