package vn.ocopmarket.storefront.einvoice;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.einvoice.domain.Invoice;
import vn.ocopmarket.storefront.einvoice.domain.Invoice.Paper;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceBuyer;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceState;

/** All invoices; every change names the states it leaves and gives the invoice after it, or nothing when it is elsewhere. */
public interface Invoices {

    /** What is stored for the order already wins and is given back. */
    Mono<Invoice> add(Invoice invoice);

    /** Empty when none was asked for. */
    Mono<Invoice> find(String orderId);

    /** The buyer corrects what is not issued yet. */
    Mono<Invoice> correct(String orderId, InvoiceBuyer buyer);

    /** It was issued, or adjusted; nothing when anything happened to it after it was seen so. */
    Mono<Invoice> issued(Invoice seen, InvoiceState to, Paper paper);

    Mono<Invoice> failed(String orderId, String trouble);

    /** Something happened to the order that this follows from; nothing when this entry or a later one was heard before. */
    Mono<Invoice> follow(String orderId, Set<InvoiceState> from, InvoiceState to, int entry);

    /**
     * The order changed in a way that changes no state of these, but that who writes a paper down has to look at; nothing when
     * this entry or a later one was heard before.
     */
    Mono<Invoice> heard(String orderId, Set<InvoiceState> at, int entry);

    /** A provider is to issue or adjust them, the longest due first. */
    Flux<Invoice> due(Instant now, int limit);

    /** It is not to be issued before. */
    Mono<Void> later(String orderId, Instant due);

    /** The oldest first; null for those that somebody has to do something for. */
    Flux<Invoice> list(@Nullable InvoiceState state, int limit);
}
