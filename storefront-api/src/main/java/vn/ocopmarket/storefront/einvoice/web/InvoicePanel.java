package vn.ocopmarket.storefront.einvoice.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.einvoice.KeepingInvoices;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.orderview.PanelOfOrder;

/** On the order's page: how the invoice stands, or the way to ask for one. */
@Component
class InvoicePanel implements PanelOfOrder {

    private final KeepingInvoices keeping;

    InvoicePanel(KeepingInvoices keeping) {
        this.keeping = keeping;
    }

    @Override
    public Mono<Panel> of(Order order, String token, Locale locale) {
        return keeping.of(order.id())
                .map(invoice -> List.of(InvoiceView.forBuyer(invoice)))
                .defaultIfEmpty(List.of())
                .filter(invoices -> !invoices.isEmpty() || KeepingInvoices.isFor(order))
                .map(invoices -> new Panel("einvoice/panel", new Model(order.id(), token, invoices)));
    }

    /** @param invoices one or none */
    record Model(String orderId, String token, List<InvoiceView> invoices) {}
}
