package vn.ocopmarket.storefront.pos.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import vn.ocopmarket.storefront.pos.domain.Collected;

/** Cash taken for an order that was collected, as a page shows it. */
record CollectedView(String number, String time, String cash) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static CollectedView of(Collected order, ZoneId zone) {
        return new CollectedView(order.number(), TIME.format(order.at().atZone(zone)), Dong.text(order.cash()));
    }
}
