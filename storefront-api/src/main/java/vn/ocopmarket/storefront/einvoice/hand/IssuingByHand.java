package vn.ocopmarket.storefront.einvoice.hand;

import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.einvoice.InvoiceProvider;
import vn.ocopmarket.storefront.einvoice.domain.Invoice;
import vn.ocopmarket.storefront.einvoice.domain.Invoice.Paper;
import vn.ocopmarket.storefront.order.Order;

/** There is no contract with a provider: the desk lists what is to be issued, and people enter the numbers. */
final class IssuingByHand implements InvoiceProvider {

    @Override
    public boolean isByHand() {
        return true;
    }

    @Override
    public Mono<Paper> issue(Invoice invoice, Order order, long back) {
        return Mono.error(() -> new IllegalStateException("Invoices are issued by hand"));
    }
}
