package vn.ocopmarket.storefront.einvoice;

import java.util.EnumSet;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.einvoice.domain.Invoice;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.ordernews.OrderFollower;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** What happens to an order happens to its invoice: ended before it was issued, or to be adjusted after money went back or less was owed. */
final class FollowingOrders implements OrderFollower {

    static final Set<InvoiceState> BEFORE = EnumSet.of(InvoiceState.TO_ISSUE, InvoiceState.FAILED);
    private static final Set<InvoiceState> AFTER = EnumSet.of(InvoiceState.ISSUED, InvoiceState.ADJUSTED);

    private static final Set<InvoiceState> OPEN = EnumSet.complementOf(EnumSet.copyOf(AFTER));

    private final Invoices invoices;

    FollowingOrders(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public Mono<Void> happened(Order order, int index) {
        return switch (order.timeline().get(index).what()) {
            case CANCELLED, EXPIRED ->
                invoices.follow(order.id(), BEFORE, InvoiceState.CANCELLED, index)
                        .switchIfEmpty(toAdjust(order.id(), index))
                        .then();
            case REFUNDED, REFUNDED_IN_PART -> toAdjust(order.id(), index).then();
            // Of what was paid before money goes back, which is heard of by itself.
            case DROPPED ->
                order.method() == PaymentMethod.CASH_ON_DELIVERY
                        ? toAdjust(order.id(), index).then()
                        : Mono.empty();
            default -> Mono.empty();
        };
    }

    /** A paper that somebody is about to write down was made before this: only who writes it can know. */
    private Mono<Invoice> toAdjust(String orderId, int index) {
        return invoices.heard(orderId, OPEN, index)
                .switchIfEmpty(invoices.follow(orderId, AFTER, InvoiceState.TO_ADJUST, index));
    }
}
