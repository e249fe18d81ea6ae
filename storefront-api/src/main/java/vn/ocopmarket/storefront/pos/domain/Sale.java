package vn.ocopmarket.storefront.pos.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.ocopmarket.contract.money.Money;

/** A sale at the counter. It goes from {@link Draft} over {@link Booking} to {@link Booked}, or from booking back to draft. */
public sealed interface Sale permits Draft, Sale.Booking, Sale.Booked {

    String id();

    /** Grows with every change; a change is stored only over the version it was made from. */
    long version();

    Till till();

    List<SaleLine> lines();

    default Money total() {
        return SaleLines.total(lines());
    }

    /**
     * What the buyer handed over, and when.
     *
     * @param day in Vietnam, to which the takings belong
     */
    record Cash(Money given, Instant at, LocalDate day) {}

    /**
     * The price is agreed and the cash is on the counter; the stock is being taken. It ends as booked or, when the stock is
     * not there, as a draft again.
     *
     * @param attempt numbers the tries, because a stock movement that was refused stays refused
     */
    record Booking(String id, long version, Till till, List<SaleLine> lines, Cash cash, int attempt) implements Sale {

        public Booking {
            lines = List.copyOf(lines);
        }

        /** The stock movement of this try; the same for every repetition of it. */
        public String movementId() {
            return "sale:" + id + ":" + attempt;
        }

        /** @param owned how many units of each SKU were the market's own */
        public Booked booked(int number, Map<String, Long> owned) {
            return new Booked(id, version + 1, till, lines, cash, number, owned);
        }

        /** Back to the counter: the stock was not there. */
        public Draft refused() {
            return new Draft(id, version + 1, till, lines, List.of(), attempt);
        }
    }

    /**
     * Sold: stock, ledger and takings have it.
     *
     * @param number of the receipt, counted without gaps for each location and day
     * @param owned how many units of a SKU were the market's own; the others were on consignment
     */
    record Booked(
            String id, long version, Till till, List<SaleLine> lines, Cash cash, int number, Map<String, Long> owned)
            implements Sale {

        public Booked {
            lines = List.copyOf(lines);
            owned = Map.copyOf(owned);
        }

        /** As printed: the day and the number. */
        public String receiptNumber() {
            return "%ty%<tm%<td-%04d".formatted(cash.day(), number);
        }

        public Money change() {
            return cash.given().minus(total());
        }
    }
}
