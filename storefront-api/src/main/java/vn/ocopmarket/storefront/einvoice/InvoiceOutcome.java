package vn.ocopmarket.storefront.einvoice;

import java.util.Set;
import vn.ocopmarket.storefront.einvoice.domain.Invoice;
import vn.ocopmarket.storefront.einvoice.domain.InvoiceState;

/** What came of asking for an invoice, or of writing down that it was issued. */
public sealed interface InvoiceOutcome {

    record Done(Invoice invoice) implements InvoiceOutcome {}

    /** There is no such order, or no invoice was asked for. */
    record Unknown() implements InvoiceOutcome {}

    /** The order has ended, or is not an order yet. */
    record NotForThisOrder() implements InvoiceOutcome {}

    /** What is to stand on it is missing or wrong. */
    record Incomplete() implements InvoiceOutcome {}

    /** It is somewhere else. */
    record NotNow(InvoiceState state, Set<InvoiceState> allowed) implements InvoiceOutcome {}
}
