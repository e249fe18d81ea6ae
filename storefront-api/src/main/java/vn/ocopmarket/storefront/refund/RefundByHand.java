package vn.ocopmarket.storefront.refund;

import java.util.List;
import vn.ocopmarket.storefront.payment.ReturningMoney.Granted;

/** What came of a clerk's wish to give money back. */
public sealed interface RefundByHand {

    /** It is as whoever keeps the money says. */
    record Decided(Granted granted) implements RefundByHand {}

    /**
     * Open requests of the buyer ask for units of it, and bring their money back themselves.
     *
     * @param left units that nobody asks for
     * @param requests their numbers
     */
    record AskedFor(String item, long left, List<String> requests) implements RefundByHand {

        public AskedFor {
            requests = List.copyOf(requests);
        }
    }
}
