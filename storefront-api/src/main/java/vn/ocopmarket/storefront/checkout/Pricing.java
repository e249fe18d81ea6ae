package vn.ocopmarket.storefront.checkout;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.money.Spread;
import vn.ocopmarket.contract.product.AlcoholRules;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.checkout.domain.TaxRates;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.order.Totals;
import vn.ocopmarket.storefront.promotion.Quote;

/** Turns lines that can be bought into order lines and totals, by the rates of a day. */
record Pricing(TaxRates taxRates, SaleRules rules, AskingVouchers vouchers) {

    /** The lines of an order whose vouchers take that off them. */
    List<OrderLine> lines(List<JudgedLine> judged, Quote.Discounted off, LocalDate day) {
        return IntStream.range(0, judged.size())
                .mapToObj(i -> line(judged.get(i), off.off(i), day))
                .toList();
    }

    static List<Totals.Discount> discounts(Quote.Discounted off) {
        return off.vouchers().stream()
                .map(one -> new Totals.Discount(one.code(), one.name(), one.nameEn(), one.amount()))
                .toList();
    }

    /** @param off what vouchers take off the line */
    OrderLine line(JudgedLine judged, Money off, LocalDate day) {
        var product = Objects.requireNonNull(judged.product());
        var variant = Objects.requireNonNull(judged.variant());
        var certificate = Objects.requireNonNull(judged.certificate());
        var price = Objects.requireNonNull(judged.price());
        var quantity = judged.line().quantity();
        var rate = taxRates.on(day, variant.taxClass(), product.producer().kind());
        var amounts = price(price, quantity, off, rate.basisPoints());
        return new OrderLine(
                judged.sku(),
                product.id(),
                product.slug(),
                product.name(),
                variant.label(),
                product.producer().name(),
                product.producer().id(),
                certificate.number(),
                certificate.stars(),
                quantity,
                price,
                amounts.total(),
                variant.taxClass(),
                amounts.tax(),
                amounts.discount(),
                new OrderLine.Marks(AlcoholRules.concern(product, variant), product.notices(), rate.reason()));
    }

    /** What is paid for a line, what of it is tax, and what was taken off it. */
    record Amounts(Money total, OrderLine.Tax tax, OrderLine.Discount discount) {}

    /** Tax is that inside of what is paid. */
    static Amounts price(Money unitPrice, long quantity, Money off, int basisPoints) {
        var total = unitPrice.times(quantity).minus(off);
        return new Amounts(total, tax(total, quantity, basisPoints), discount(off, quantity));
    }

    Totals totals(List<OrderLine> lines, List<Totals.Discount> discounts, Money shipping, LocalDate day) {
        var goods = lines.stream().map(OrderLine::price).reduce(Money.ZERO, Money::plus);
        var paid = lines.stream().map(OrderLine::total).reduce(Money.ZERO, Money::plus);
        var ofShipping = taxRates.on(day, TaxClass.SERVICE, TaxRates.MARKET).basisPoints();
        var shippingTax = TaxRates.inside(shipping.amount(), ofShipping);
        var tax = lines.stream().map(line -> line.tax().amount()).reduce(Money.dong(shippingTax), Money::plus);
        return new Totals(goods, shipping, paid.plus(shipping), tax, discounts);
    }

    private static OrderLine.Discount discount(Money off, long quantity) {
        var even = Spread.Even.of(off.amount(), quantity);
        return new OrderLine.Discount(off, even.perUnit(), even.unitsWithOneMore());
    }

    private static OrderLine.Tax tax(Money total, long quantity, int basisPoints) {
        var amount = TaxRates.inside(total.amount(), basisPoints);
        var even = Spread.Even.of(amount, quantity);
        return new OrderLine.Tax(basisPoints, Money.dong(amount), even.perUnit(), even.unitsWithOneMore());
    }
}
