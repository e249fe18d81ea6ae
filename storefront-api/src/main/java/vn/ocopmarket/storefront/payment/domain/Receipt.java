package vn.ocopmarket.storefront.payment.domain;

import java.time.Instant;
import vn.ocopmarket.contract.money.Money;

/**
 * Money that came in.
 *
 * @param id the same for every word of the same money
 * @param source which money it is; several transfers for one order are the same money
 * @param fit how it fitted what was owed at that moment
 */
public record Receipt(String id, Source source, Money amount, Instant at, Fit fit) {

    /** Where money is from, and so where it goes back to. */
    public record Source(String intentId, Channel channel) {

        static final String TRANSFERS = "transfer:";

        static Source card(String intentId) {
            return new Source(intentId, Channel.CARD);
        }

        static Source transfers(String orderNumber) {
            return new Source(TRANSFERS + orderNumber, Channel.TRANSFER);
        }

        static Source cash(String orderId) {
            return new Source("cash:" + orderId, Channel.CASH);
        }
    }

    /** How money fits what is owed. */
    public enum Fit {
        /** Nothing is owed any more. */
        EXACT,
        /** Something is owed still. */
        SHORT,
        /** Nothing is owed any more, and some of it goes back. */
        OVER,
        /** Enough, but after the time was over: the order takes it when it still can. */
        LATE,
        /** Not enough and too late: it goes back. */
        LATE_SHORT,
        /** The order was paid before: it goes back. */
        DOUBLE
    }

    public String intentId() {
        return source.intentId();
    }
}
