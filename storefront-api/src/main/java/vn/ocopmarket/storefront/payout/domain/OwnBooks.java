package vn.ocopmarket.storefront.payout.domain;

import java.util.Map;
import java.util.Optional;

/** What our books know of the money of orders. */
public record OwnBooks(Map<String, Entry> byOrder) {

    public OwnBooks {
        byOrder = Map.copyOf(byOrder);
    }

    /**
     * The money of one order.
     *
     * @param received by the id of the money
     * @param refunds by their ids
     */
    public record Entry(String orderNumber, Map<String, Long> received, Map<String, Long> refunds) {

        public Entry {
            received = Map.copyOf(received);
            refunds = Map.copyOf(refunds);
        }
    }

    Optional<Entry> of(Movement movement) {
        return Optional.ofNullable(movement.subject().orderId()).map(byOrder::get);
    }
}
