package vn.ocopmarket.storefront.pos.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.ocopmarket.storefront.pos.domain.Sale;
import vn.ocopmarket.storefront.pos.domain.SaleLine;

/** A receipt as it is printed. */
record ReceiptView(
        String id,
        String number,
        String at,
        String time,
        String seller,
        List<SaleView.Line> lines,
        long units,
        String total,
        String given,
        String change) {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static ReceiptView of(Sale.Booked receipt, ZoneId zone) {
        var at = receipt.cash().at().atZone(zone);
        return new ReceiptView(
                receipt.id(),
                receipt.receiptNumber(),
                DAY_AND_TIME.format(at),
                TIME.format(at),
                receipt.till().sellerName(),
                receipt.lines().stream().map(SaleView.Line::of).toList(),
                receipt.lines().stream().mapToLong(SaleLine::quantity).sum(),
                Dong.text(receipt.total()),
                Dong.text(receipt.cash().given()),
                Dong.text(receipt.change()));
    }
}
