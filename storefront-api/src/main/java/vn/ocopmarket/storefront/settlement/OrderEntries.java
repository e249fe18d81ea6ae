package vn.ocopmarket.storefront.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Drop;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.TimelineEntry;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.payment.FindBooks.GoneBack;
import vn.ocopmarket.storefront.payment.FindBooks.OrderBook;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.pos.FindCounterSales;
import vn.ocopmarket.storefront.pos.FindCounterSales.CounterSale;
import vn.ocopmarket.storefront.settlement.domain.CounterLine;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Sold;
import vn.ocopmarket.storefront.settlement.domain.SoldLine;
import vn.ocopmarket.storefront.settlement.domain.SoldLine.Back;
import vn.ocopmarket.storefront.settlement.domain.WhoseUnits;
import vn.ocopmarket.storefront.settlement.domain.WhoseUnits.Part;
import vn.ocopmarket.storefront.settlement.domain.WhoseUnits.Told;

/**
 * What orders and sales at counters come to.
 *
 * @param today for what went back without anybody telling the buyer when
 */
record OrderEntries(ZoneId zone, LocalDate today) {

    /** Of what came back in part the money goes back too, and counts then. */
    static boolean hasArrived(Order order) {
        return order.state() == OrderState.COMPLETED
                && (order.fulfillment() == FulfillmentState.DELIVERED
                        || order.fulfillment() == FulfillmentState.PARTIALLY_RETURNED);
    }

    /** Of what its goods were taken from, and of what was paid and taken out of it again: they say whose they are. */
    static WhoseUnits whose(Order order, OrderLine line) {
        var dropped = order.method() == PaymentMethod.CASH_ON_DELIVERY
                ? Stream.<Take>empty()
                : order.shipments().drops().stream().flatMap(drop -> drop.goods().stream());
        var owned = Known.owned(Stream.concat(order.preparation().takes().stream(), dropped), line.sku());
        return new WhoseUnits(line.quantity(), Math.min(owned, line.quantity()));
    }

    static WhoseUnits whose(FindCounterSales.Line line) {
        return new WhoseUnits(line.units(), Math.min(line.owned(), line.units()));
    }

    /** Of an order that was paid and delivered. */
    Sold of(Order order, @Nullable OrderBook book, Known known) {
        var refunds = refunds(book);
        var soldOn = soldOn(order);
        var entries = order.paidLines().stream()
                .flatMap(line -> entries(order, line, soldOn, backs(order, line, refunds, soldOn), known))
                .toList();
        return new Sold(order.number(), paid(order, refunds), entries);
    }

    /** Its lines of both owners of which anything goes back. */
    Stream<DecidingOwners.Line> linesOfBoth(Order order, @Nullable OrderBook book) {
        var refunds = refunds(book);
        var soldOn = soldOn(order);
        return order.paidLines().stream()
                .filter(line -> whose(order, line).isOfBoth())
                .map(line -> new DecidingOwners.Line(order, line, backs(order, line, refunds, soldOn)))
                .filter(line -> !line.backs().isEmpty());
    }

    private static List<GoneBack> refunds(@Nullable OrderBook book) {
        return book == null ? List.of() : book.back();
    }

    private LocalDate soldOn(Order order) {
        return order.timeline().stream()
                .filter(entry -> entry.what() == What.DELIVERED || entry.what() == What.PAID)
                .map(TimelineEntry::at)
                .max(Instant::compareTo)
                .map(at -> LocalDate.ofInstant(at, zone))
                .orElse(today);
    }

    /** Straight from the order and its money, so that entries can be held against it. */
    private static Money paid(Order order, List<GoneBack> refunds) {
        var back = refunds.stream()
                .filter(OrderEntries::counts)
                .flatMap(refund -> refund.parts().stream())
                .filter(part -> order.skus().contains(part.item()))
                .map(part -> part.amount())
                .reduce(Money.ZERO, Money::plus);
        return order.paidLines().stream()
                .map(OrderLine::total)
                .reduce(Money.ZERO, Money::plus)
                .minus(back);
    }

    private static Stream<Entry> entries(Order order, OrderLine line, LocalDate soldOn, List<Back> backs, Known known) {
        var whose = whose(order, line);
        var told = whose.isOfBoth() ? known.told(order, line.sku(), backs) : Map.<String, Told>of();
        return whose.parts(line.total(), backs, told).stream()
                .flatMap(part -> soldLine(order, line, part, soldOn, known).entries(part.backs()).stream());
    }

    private static SoldLine soldLine(Order order, OrderLine line, Part part, LocalDate soldOn, Known known) {
        var id = SoldLine.saleId(part.ownership(), order.id(), line.sku());
        var seller = known.seller(id, known.catalogue().of(line));
        return new SoldLine(
                order.id(),
                new Entry.Goods(order.number(), line.sku(), line.name(), part.units()),
                part.ownership(),
                seller,
                line.unitPrice(),
                part.paid(),
                soldOn,
                known.commission(part, id, catalogue -> catalogue.commission(soldOn, seller.id(), line.sku())));
    }

    /** Goods that never left were never sold, wherever their money is. */
    private static boolean counts(GoneBack refund) {
        return refund.done() || Drop.isRefund(refund.id());
    }

    private List<Back> backs(Order order, OrderLine line, List<GoneBack> refunds, LocalDate soldOn) {
        return refunds.stream()
                .flatMap(refund -> refund.parts().stream()
                        .filter(part -> part.item().equals(line.sku()))
                        .map(part -> new Back(
                                refund.id(),
                                part.units(),
                                part.amount(),
                                counts(refund),
                                refund.done() ? day(order, refund) : soldOn)))
                .toList();
    }

    /** When the buyer was told of it. */
    private LocalDate day(Order order, GoneBack refund) {
        return order.timeline().stream()
                .filter(entry -> entry.what() == What.REFUNDED_IN_PART
                        && entry.detail() instanceof String detail
                        && detail.endsWith(" " + refund.id()))
                .map(entry -> LocalDate.ofInstant(entry.at(), zone))
                .findFirst()
                .orElse(today);
    }

    /** Of what was sold over a counter. */
    Sold of(CounterSale sale, Known known) {
        var paid = sale.lines().stream().map(FindCounterSales.Line::paid).reduce(Money.ZERO, Money::plus);
        return new Sold(
                sale.receipt(),
                paid,
                sale.lines().stream()
                        .flatMap(line -> whose(line).parts(line.paid(), List.of(), Map.of()).stream()
                                .map(part -> entry(sale, line, part, known)))
                        .toList());
    }

    private static Entry entry(CounterSale sale, FindCounterSales.Line line, Part part, Known known) {
        var id = CounterLine.id(part.ownership(), sale.id(), line.sku());
        var seller = known.seller(id, known.catalogue().of(line.sku()));
        var goods = new Entry.Goods(sale.receipt(), line.sku(), line.name(), part.units());
        var basisPoints =
                known.commission(part, id, catalogue -> catalogue.commission(sale.day(), seller.id(), line.sku()));
        return new CounterLine(sale.id(), goods, part.ownership(), seller, part.paid(), sale.day(), basisPoints)
                .entry();
    }
}
