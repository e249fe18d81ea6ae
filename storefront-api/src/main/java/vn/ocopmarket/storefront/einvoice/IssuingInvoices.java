package vn.ocopmarket.storefront.einvoice;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.einvoice.domain.Invoice;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceState;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.refund.RefundingOrder;
import vn.ocopmarket.storefront.refund.RefundingOrder.Refundable;

/** Has a provider issue what is to be issued: at delivery, one for each sale; and what adjusts it when money went back. */
final class IssuingInvoices {

    private static final Logger LOG = LoggerFactory.getLogger(IssuingInvoices.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int BATCH = 100;

    private final Invoices invoices;
    private final Orders orders;
    private final RefundingOrder refunding;
    private final InvoiceProvider provider;
    private final WritingPapers writing;
    private final Clock clock;

    IssuingInvoices(Invoices invoices, Orders orders, RefundingOrder refunding, InvoiceProvider provider, Clock clock) {
        this.invoices = invoices;
        this.orders = orders;
        this.refunding = refunding;
        this.provider = provider;
        this.writing = new WritingPapers(invoices, refunding);
        this.clock = clock;
    }

    /** Everything that is due; gives how many were issued. What the provider does not do is tried again. */
    Mono<Long> issueDue() {
        return invoices.due(clock.instant(), BATCH)
                .concatMap(invoice -> issue(invoice)
                        .onErrorResume(failure -> {
                            LOG.warn(
                                    "The invoice of order {} is issued later: {}",
                                    invoice.orderId(),
                                    failure.toString());
                            return Mono.empty();
                        })
                        .switchIfEmpty(Mono.defer(() -> later(invoice))))
                .count();
    }

    /** What waits for its delivery stands in nobody's way. */
    private Mono<Invoice> later(Invoice invoice) {
        return invoices.later(invoice.orderId(), clock.instant().plus(PAUSE)).then(Mono.empty());
    }

    private Mono<Invoice> issue(Invoice invoice) {
        return orders.find(invoice.orderId())
                .filter(order -> order.state() == OrderState.COMPLETED || invoice.state() == InvoiceState.TO_ADJUST)
                .flatMap(order -> refunding
                        .of(order.id())
                        .map(Refundable::back)
                        .flatMap(back ->
                                provider.issue(invoice, order, back.amount()).timeout(LONGEST)))
                .flatMap(paper -> writing.write(invoice.orderId(), paper));
    }
}
