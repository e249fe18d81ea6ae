package vn.ocopmarket.storefront.buyer.web;

import java.time.Instant;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.order.Order;

/** An order in the list of a buyer's own. */
record OrderEntry(
        String id,
        String number,
        Instant createdAt,
        String state,
        String payment,
        String goods,
        int kinds,
        long units,
        Money total) {

    static OrderEntry of(Order order) {
        return new OrderEntry(
                order.id(),
                order.number(),
                order.createdAt(),
                order.state().name(),
                order.payment().name(),
                order.lines().isEmpty() ? "" : order.lines().getFirst().name(),
                order.skus().size(),
                order.kept().stream().mapToLong(line -> line.quantity()).sum(),
                order.payable());
    }
}
