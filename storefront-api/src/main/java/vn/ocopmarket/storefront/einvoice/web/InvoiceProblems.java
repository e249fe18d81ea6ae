package vn.ocopmarket.storefront.einvoice.web;

import java.util.List;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome.Done;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome.Incomplete;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome.NotForThisOrder;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome.NotNow;
import vn.ocopmarket.storefront.einvoice.InvoiceOutcome.Unknown;
import vn.ocopmarket.storefront.einvoice.domain.Invoice;
import vn.ocopmarket.storefront.pages.Problem;

/** Why nothing came of a step, for callers of the API and as the notice of a page. */
final class InvoiceProblems {

    private InvoiceProblems() {}

    /** The invoice, if it is so. */
    static Invoice done(InvoiceOutcome outcome) {
        return switch (outcome) {
            case Done(var invoice) -> invoice;
            case Unknown _ -> throw Problem.of("not-found", 404);
            case NotForThisOrder _ -> throw Problem.of("no-invoice-for-order", 409);
            case Incomplete _ -> throw Problem.of("invalid-request", 400).with("errors", List.of());
            case NotNow(var state, var allowed) ->
                throw Problem.of("transition-not-allowed", 409, state.name())
                        .with("state", state)
                        .with(
                                "allowed",
                                allowed.stream().map(Enum::name).sorted().toList());
        };
    }

    /** The word of the notice that a page shows after a step. */
    static String notice(InvoiceOutcome outcome, String done) {
        return switch (outcome) {
            case Done _ -> done;
            case Unknown _ -> throw Problem.of("not-found", 404);
            case NotForThisOrder _ -> "invoice-not-now";
            case Incomplete _ -> "invoice-incomplete";
            case NotNow _ -> "invoice-moved";
        };
    }
}
