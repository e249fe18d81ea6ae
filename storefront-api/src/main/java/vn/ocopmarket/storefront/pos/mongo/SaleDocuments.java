package vn.ocopmarket.storefront.pos.mongo;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.pos.Sales;
import vn.ocopmarket.storefront.pos.domain.Draft;
import vn.ocopmarket.storefront.pos.domain.DroppedSale;
import vn.ocopmarket.storefront.pos.domain.DroppedSale.Goods;
import vn.ocopmarket.storefront.pos.domain.DroppedSale.Stock;
import vn.ocopmarket.storefront.pos.domain.Sale;
import vn.ocopmarket.storefront.pos.domain.Sale.Booked;
import vn.ocopmarket.storefront.pos.domain.Sale.Booking;
import vn.ocopmarket.storefront.pos.domain.Sale.Cash;
import vn.ocopmarket.storefront.pos.domain.SaleLine;
import vn.ocopmarket.storefront.pos.domain.Till;

/** Sales as documents, both ways. */
final class SaleDocuments {

    static final String STATE = "state";
    static final String DRAFT = "DRAFT";
    static final String BOOKING = "BOOKING";
    static final String BOOKED = "BOOKED";

    /** Only on what is not booked: one for each seller and location. */
    static final String OPEN_BY = "openBy";

    /** Only on what is booked: location, day and number, so that a number is given once. */
    static final String RECEIPT = "receipt";

    /** Its day, on what is booked and not entered for producers yet. */
    static final String ENTER_SINCE = "enterSince";

    /** Only on what nobody will finish: who said so, why, and where its goods are. */
    static final String DROPPED = "dropped";

    static final String DROPPED_STOCK = "dropped.stock";

    private SaleDocuments() {}

    static Document write(Sales.Drop drop) {
        return new Document("why", drop.why())
                .append("by", drop.by())
                .append("at", Date.from(drop.at()))
                .append("goods", drop.goods().name())
                .append("stock", Stock.OPEN.name());
    }

    /** Of those that were dropped before it was asked nobody said where the goods are. */
    static DroppedSale readDropped(Document document) {
        var dropped = document.get(DROPPED, Document.class);
        var goods = dropped.getString("goods");
        return new DroppedSale(
                (Booking) read(document),
                dropped.getString("why"),
                dropped.getString("by"),
                dropped.getDate("at").toInstant(),
                goods == null ? null : Goods.valueOf(goods),
                goods == null ? Stock.SHORT : Stock.valueOf(dropped.getString("stock")));
    }

    static Document write(Sale sale) {
        var till = sale.till();
        var document = new Document("_id", sale.id())
                .append("version", sale.version())
                .append("location", till.locationId())
                .append("seller", till.seller())
                .append("sellerName", till.sellerName())
                .append("lines", sale.lines().stream().map(SaleDocuments::write).toList());
        return switch (sale) {
            case Draft draft ->
                document.append(STATE, DRAFT)
                        .append(OPEN_BY, openBy(till))
                        .append("scans", draft.recentScans())
                        .append("attempts", draft.attempts());
            case Booking booking ->
                withCash(document, booking.cash())
                        .append(STATE, BOOKING)
                        .append(OPEN_BY, openBy(till))
                        .append("attempts", booking.attempt());
            case Booked booked ->
                withCash(document, booked.cash())
                        .append(STATE, BOOKED)
                        .append("number", booked.number())
                        .append(
                                "owned",
                                booked.owned().entrySet().stream()
                                        .map(SaleDocuments::write)
                                        .toList())
                        .append(ENTER_SINCE, booked.cash().day().toString())
                        .append(RECEIPT, till.locationId() + " " + booked.receiptNumber());
        };
    }

    static Sale read(Document document) {
        var id = document.getString("_id");
        long version = document.getLong("version");
        var till = new Till(
                document.getString("location"), document.getString("seller"), document.getString("sellerName"));
        var lines = document.getList("lines", Document.class).stream()
                .map(SaleDocuments::readLine)
                .toList();
        return switch (document.getString(STATE)) {
            case DRAFT ->
                new Draft(
                        id,
                        version,
                        till,
                        lines,
                        document.getList("scans", String.class, List.of()),
                        document.getInteger("attempts"));
            case BOOKING -> new Booking(id, version, till, lines, cash(document), document.getInteger("attempts"));
            case BOOKED ->
                new Booked(id, version, till, lines, cash(document), document.getInteger("number"), owned(document));
            default -> throw new IllegalStateException("Sale %s is in an unknown state".formatted(id));
        };
    }

    static String openBy(Till till) {
        return till.locationId() + " " + till.seller();
    }

    private static Document withCash(Document document, Cash cash) {
        return document.append("given", cash.given().amount())
                .append("at", Date.from(cash.at()))
                .append("day", cash.day().toString());
    }

    private static Cash cash(Document document) {
        return new Cash(
                Money.dong(document.getLong("given")),
                document.getDate("at").toInstant(),
                LocalDate.parse(document.getString("day")));
    }

    private static Document write(Map.Entry<String, Long> owned) {
        return new Document("sku", owned.getKey()).append("units", owned.getValue());
    }

    /** What was sold before it was asked was on consignment. */
    private static Map<String, Long> owned(Document document) {
        return document.getList("owned", Document.class, List.of()).stream()
                .collect(Collectors.toMap(each -> each.getString("sku"), each -> each.getLong("units")));
    }

    private static Document write(SaleLine line) {
        return new Document("sku", line.sku())
                .append("slug", line.slug())
                .append("name", line.name())
                .append("label", line.label())
                .append("price", line.price().amount())
                .append("quantity", line.quantity())
                .append("alcohol", line.alcohol());
    }

    private static SaleLine readLine(Document line) {
        return new SaleLine(
                line.getString("sku"),
                line.getString("slug"),
                line.getString("name"),
                line.getString("label"),
                Money.dong(line.getLong("price")),
                line.getLong("quantity"),
                line.getBoolean("alcohol"));
    }
}
