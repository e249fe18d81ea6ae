package vn.ocopmarket.storefront.einvoice;

import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.einvoice.domain.Invoice;
import vn.ocopmarket.storefront.einvoice.domain.Invoice.Paper;
import vn.ocopmarket.storefront.order.Order;

/** A certified provider of electronic invoices, behind whichever adapter is chosen. */
public interface InvoiceProvider {

    /** Whether people issue them and write the numbers down; then nothing here is ever called. */
    boolean isByHand();

    /**
     * Issues the invoice, or one that adjusts those before to what the order came to. The order's id and the number of papers
     * so far name the request: a repeated one gives the same paper, with the amount that the first one named. Fails when it
     * cannot be issued, or did not answer.
     *
     * @param back how much of the order's money went back, in dong
     */
    Mono<Paper> issue(Invoice invoice, Order order, long back);
}
