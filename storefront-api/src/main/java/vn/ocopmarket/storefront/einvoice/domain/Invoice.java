package vn.ocopmarket.storefront.einvoice.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The invoice of an order.
 *
 * @param papers what was issued, the first and those that adjust it; nothing is ever taken away
 * @param trouble why it could not be issued; null when nothing is wrong
 * @param heard the last entry of the order's timeline that it took notice of
 */
public record Invoice(
        String orderId,
        String orderNumber,
        InvoiceState state,
        InvoiceBuyer buyer,
        Instant askedAt,
        List<Paper> papers,
        @Nullable String trouble,
        int heard) {

    public Invoice {
        papers = List.copyOf(papers);
    }

    /**
     * An invoice as the tax office knows it.
     *
     * @param series such as {@code 1C26TOM}; with an M from a cash register
     * @param by the account of who wrote it down; null when a provider issued it
     * @param back how much of the order's money had gone back when it was made, in dong
     */
    public record Paper(
            String series,
            String number,
            LocalDate issuedOn,
            @Nullable String by,
            long back) {

        boolean isSame(Paper other) {
            return series.equals(other.series) && number.equals(other.number);
        }
    }

    /** Whether this paper was written down before. */
    public boolean has(Paper paper) {
        return papers.stream().anyMatch(paper::isSame);
    }

    /**
     * Where it goes with one more paper.
     *
     * @param back how much of the order's money went back by now; a paper that was made for another amount is to be adjusted
     */
    public InvoiceState with(Paper paper, long back) {
        if (state == InvoiceState.CANCELLED || paper.back() != back) {
            return InvoiceState.TO_ADJUST;
        }
        return state == InvoiceState.TO_ADJUST ? InvoiceState.ADJUSTED : InvoiceState.ISSUED;
    }

    /** Whether a paper may be written down now. */
    public boolean isOpen() {
        return state != InvoiceState.ISSUED && state != InvoiceState.ADJUSTED;
    }
}
