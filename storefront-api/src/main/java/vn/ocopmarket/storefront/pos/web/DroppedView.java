package vn.ocopmarket.storefront.pos.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.pos.domain.DroppedSale;
import vn.ocopmarket.storefront.pos.domain.SaleLine;

/**
 * A sale that nobody finished, as a page shows it.
 *
 * @param goods where the goods are; null when nobody said
 * @param stock what the shelf knows of it
 */
record DroppedView(
        String time,
        String seller,
        String goodsOf,
        String total,
        String why,
        @Nullable String goods,
        String stock) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static DroppedView of(DroppedSale dropped, ZoneId zone) {
        var booking = dropped.booking();
        return new DroppedView(
                TIME.format(booking.cash().at().atZone(zone)),
                booking.till().sellerName(),
                String.join(
                        ", ", booking.lines().stream().map(DroppedView::text).toList()),
                Dong.text(booking.total()),
                dropped.why(),
                dropped.goods() == null ? null : dropped.goods().name(),
                dropped.stock().name());
    }

    private static String text(SaleLine line) {
        return line.quantity() + " × " + line.name();
    }
}
