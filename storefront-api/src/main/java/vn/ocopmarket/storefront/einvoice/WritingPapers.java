package vn.ocopmarket.storefront.einvoice;

import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.einvoice.domain.Invoice;
import vn.ocopmarket.storefront.einvoice.domain.Invoice.Paper;
import vn.ocopmarket.storefront.refund.RefundingOrder;

/**
 * Writes a paper down, in one step with whether it has to be adjusted: money that goes back after it was looked at here is
 * told to the invoice later, or was told before the writing and hinders it.
 */
final class WritingPapers {

    private static final int TRIES = 10;

    private final Invoices invoices;
    private final RefundingOrder refunding;

    WritingPapers(Invoices invoices, RefundingOrder refunding) {
        this.invoices = invoices;
        this.refunding = refunding;
    }

    /** The invoice with the paper, now or before. Empty when it is elsewhere. */
    Mono<Invoice> write(String orderId, Paper paper) {
        return write(orderId, paper, TRIES);
    }

    private Mono<Invoice> write(String orderId, Paper paper, int triesLeft) {
        return invoices.find(orderId).flatMap(seen -> {
            if (seen.has(paper)) {
                return Mono.just(seen);
            }
            return seen.isOpen() ? write(seen, paper, triesLeft) : Mono.empty();
        });
    }

    private Mono<Invoice> write(Invoice seen, Paper paper, int triesLeft) {
        return refunding
                .of(seen.orderId())
                .flatMap(
                        now -> invoices.issued(seen, seen.with(paper, now.back().amount()), paper))
                .switchIfEmpty(Mono.defer(() -> triesLeft > 0
                        ? write(seen.orderId(), paper, triesLeft - 1)
                        : Mono.error(() -> new IllegalStateException(
                                "Too much happens to the invoice of order " + seen.orderId() + " at once"))));
    }
}
