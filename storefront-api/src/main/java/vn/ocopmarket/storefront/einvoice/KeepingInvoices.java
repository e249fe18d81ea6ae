package vn.ocopmarket.storefront.einvoice;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome.Done;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome.Incomplete;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome.NotForThisOrder;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome.NotNow;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome.Unknown;
import vn.ocopmarket.storefront.einvoice.domain.Invoice;
import vn.ocopmarket.storefront.einvoice.domain.Invoice.Paper;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceBuyer;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.refund.RefundingOrder;

/** Takes down who wants an invoice for an order, and what became of it. */
public final class KeepingInvoices {

    private static final Set<OrderState> INVOICED = EnumSet.of(OrderState.CONFIRMED, OrderState.COMPLETED);

    private final Invoices invoices;
    private final Orders orders;
    private final InvoiceProvider provider;
    private final WritingPapers writing;
    private final Clock clock;

    KeepingInvoices(Invoices invoices, Orders orders, RefundingOrder refunding, InvoiceProvider provider, Clock clock) {
        this.invoices = invoices;
        this.orders = orders;
        this.provider = provider;
        this.writing = new WritingPapers(invoices, refunding);
        this.clock = clock;
    }

    /** Whether the order can have one. */
    public static boolean isFor(Order order) {
        return INVOICED.contains(order.state());
    }

    /** Whether people issue them. */
    public boolean isByHand() {
        return provider.isByHand();
    }

    /** Empty when none was asked for. */
    public Mono<Invoice> of(String orderId) {
        return invoices.find(orderId);
    }

    /** The buyer asks for it, or corrects what is not issued yet. Asked twice it is one. */
    public Mono<InvoiceOutcome> ask(String orderId, InvoiceBuyer buyer) {
        if (!buyer.isComplete()) {
            return Mono.just(new Incomplete());
        }
        return orders.find(orderId)
                .filter(Order::isPlaced)
                .flatMap(order -> isFor(order) ? ask(order, buyer) : ended(order))
                .defaultIfEmpty(new Unknown());
    }

    /** Somebody issued it, or the one that adjusts it; of two who write it down the first is believed. */
    public Mono<InvoiceOutcome> issued(String orderId, Paper paper) {
        return writing.write(orderId, paper)
                .<InvoiceOutcome>map(Done::new)
                .switchIfEmpty(Mono.defer(() -> notNow(orderId)))
                .defaultIfEmpty(new Unknown());
    }

    /** It could not be issued; the buyer reads why. */
    public Mono<InvoiceOutcome> failed(String orderId, String trouble) {
        return invoices.failed(orderId, trouble)
                .<InvoiceOutcome>map(Done::new)
                .switchIfEmpty(Mono.defer(() -> notNow(orderId)))
                .defaultIfEmpty(new Unknown());
    }

    /** The oldest first; null for those that somebody has to do something for. */
    public Flux<Invoice> list(@Nullable InvoiceState state, int limit) {
        return invoices.list(state, limit);
    }

    private Mono<InvoiceOutcome> ask(Order order, InvoiceBuyer buyer) {
        var entries = order.timeline().size() - 1;
        var asked = new Invoice(
                order.id(), order.number(), InvoiceState.TO_ISSUE, buyer, clock.instant(), List.of(), null, entries);
        return invoices.add(asked)
                .flatMap(stored -> orders.find(order.id())
                        .filter(now -> !isFor(now))
                        .flatMap(this::ended)
                        .switchIfEmpty(Mono.defer(() -> kept(stored, buyer))));
    }

    /** Its end may have been told before there was an invoice to hear it. */
    private Mono<InvoiceOutcome> ended(Order order) {
        return invoices.follow(
                        order.id(),
                        FollowingOrders.BEFORE,
                        InvoiceState.CANCELLED,
                        order.timeline().size() - 1)
                .thenReturn(new NotForThisOrder());
    }

    private Mono<InvoiceOutcome> kept(Invoice stored, InvoiceBuyer buyer) {
        return stored.buyer().equals(buyer) && stored.state() == InvoiceState.TO_ISSUE
                ? Mono.just(new Done(stored))
                : invoices.correct(stored.orderId(), buyer)
                        .<InvoiceOutcome>map(Done::new)
                        .switchIfEmpty(Mono.defer(() -> notNow(stored.orderId())));
    }

    private Mono<InvoiceOutcome> notNow(String orderId) {
        return invoices.find(orderId)
                .map(now -> new NotNow(now.state(), now.state().allowed()));
    }
}
