package vn.ocopmarket.storefront.recall;

import java.time.Instant;
import java.util.List;

/**
 * How far a lot has got.
 *
 * @param holders locations that have some of it on the shelf
 * @param unnumbered locations that have the same SKU without a lot number, which has to be looked at
 * @param buyers orders that some of it was promised to or left with
 * @param sales over the counter that some of it left with; nobody knows to whom
 */
public record Reach(List<Holder> holders, List<Holder> unnumbered, List<Buyer> buyers, long sales) {

    public Reach {
        holders = List.copyOf(holders);
        unnumbered = List.copyOf(unnumbered);
        buyers = List.copyOf(buyers);
    }

    /** A location, with what it has. */
    public record Holder(String locationId, String name, long onHand, long allocated) {}

    /** An order, by what is needed to follow it up and no more. */
    public record Buyer(String orderId, String number, Instant orderedAt, String fulfillment, boolean hasMail) {}
}
