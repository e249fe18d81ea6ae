package vn.ocopmarket.storefront.ordercopy;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.ordercopy.Copy.Section;
import vn.ocopmarket.storefront.returning.ReturnTerms;

/** Puts an order into words; it tells what the order holds, and the terms of today. */
final class CopyWriter {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy", Locale.ROOT);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final double BASIS_POINTS_OF_A_PERCENT = 100.0;

    private final MessageSource messages;
    private final SellerSettings seller;
    private final ReturnTerms returns;
    private final Locale locale;

    CopyWriter(MessageSource messages, Terms terms, Locale locale) {
        this.messages = messages;
        this.seller = terms.seller();
        this.returns = terms.returns();
        this.locale = locale;
    }

    /** What is told with every order. */
    record Terms(SellerSettings seller, ReturnTerms returns) {}

    Copy write(Order order, String link) {
        return new Copy(
                locale.getLanguage(),
                word("title", order.number()),
                List.of(
                        section(
                                "order",
                                List.of(
                                        word(
                                                "placed",
                                                WHEN.format(order.createdAt().atZone(VIETNAM))),
                                        word("link", link))),
                        section("seller", sellerLines()),
                        section(
                                "lines",
                                order.lines().stream()
                                        .flatMap(line -> line(order, line))
                                        .toList()),
                        section("totals", totals(order)),
                        section("payment", List.of(word("method." + order.method()))),
                        section("delivery", delivery(order)),
                        section("terms", terms(order))));
    }

    private List<String> sellerLines() {
        return List.of(
                word("seller.market", seller.name(), seller.registration(), seller.representative()),
                word("seller.address", seller.address(), seller.phone(), seller.email()),
                word("seller.producers"));
    }

    private Stream<String> line(Order order, OrderLine line) {
        var what = word(
                "line",
                line.quantity(),
                line.name(),
                line.label(),
                line.producer(),
                line.unitPrice().amount(),
                line.price().amount());
        var proof = word("line.proof", line.stars(), line.certificate());
        var notices = line.marks().notices().stream()
                .map(notice -> messages.getMessage("notice." + notice, null, notice, locale))
                .filter(Objects::nonNull);
        var more = Stream.concat(discount(line), dropped(order, line));
        var said = Stream.concat(Stream.of(what), Stream.concat(more, Stream.of(proof, tax(line))));
        return Stream.concat(said, notices);
    }

    private Stream<String> discount(OrderLine line) {
        var off = line.discount().amount().amount();
        return off == 0
                ? Stream.empty()
                : Stream.of(word("line.discount", off, line.total().amount()));
    }

    private Stream<String> dropped(Order order, OrderLine line) {
        var units = order.shipments().dropped(line.sku());
        return units == 0 ? Stream.empty() : Stream.of(word("line.dropped", units));
    }

    private String tax(OrderLine line) {
        var percent = line.tax().basisPoints() / BASIS_POINTS_OF_A_PERCENT;
        var reason = line.marks().taxReason();
        var rate = reason.isEmpty()
                ? word("tax.rate", percent)
                : Objects.requireNonNull(
                        messages.getMessage("tax.reason." + reason, new Object[] {percent}, reason, locale));
        return line.tax().basisPoints() == 0
                ? rate
                : word("line.tax", rate, line.tax().amount().amount());
    }

    private List<String> totals(Order order) {
        var totals = order.totals();
        var lines = new ArrayList<String>();
        lines.add(amount("goods", totals.goods()));
        if (totals.discount().amount() > 0) {
            lines.add(amount("discount", totals.discount()));
        }
        lines.add(amount("shipping", totals.shipping()));
        lines.add(amount("total", totals.total()));
        lines.add(amount("tax", totals.tax()));
        if (!order.payable().equals(totals.total())) {
            lines.add(amount("payable", order.payable()));
            lines.add(amount("tax", order.payableTax()));
        }
        return lines;
    }

    private String amount(String key, Money amount) {
        return word(key, amount.amount());
    }

    private List<String> delivery(Order order) {
        var contact = order.contact();
        var lines = new ArrayList<String>();
        lines.add(word("recipient", contact.name(), contact.phone()));
        lines.add(
                switch (order.delivery()) {
                    case Delivery.Ship ship -> word("ship", ship.street(), ship.communeName(), ship.provinceName());
                    case Delivery.Pickup pickup -> word("pickup", pickup.locationName());
                });
        lines.add(word("inspection"));
        if (order.needsAgeCheck()) {
            lines.add(word("age"));
        }
        return lines;
    }

    private List<String> terms(Order order) {
        return List.of(
                word("terms.price"),
                word("terms.cancel"),
                word("terms.return", returns(order)),
                word("terms.information"),
                word("terms.complaint", seller.phone(), seller.email()));
    }

    private String returns(Order order) {
        return returns.on(order.createdAt().atZone(VIETNAM).toLocalDate()).stream()
                .map(term -> word("terms.return.reason", reason(term), term.days()))
                .collect(Collectors.joining("; "));
    }

    private String reason(ReturnTerms.Term term) {
        return messages.getMessage("returning.reason." + term.reason(), null, locale);
    }

    private Section section(String key, List<String> lines) {
        return new Section(word("heading." + key), lines);
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage("ordercopy." + key, arguments, locale);
    }
}
