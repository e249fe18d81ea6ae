package vn.ocopmarket.storefront.checkout;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.checkout.domain.ShippingFees;
import vn.ocopmarket.storefront.checkout.domain.Spread;
import vn.ocopmarket.storefront.checkout.domain.TaxRates;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.order.Totals;

/** Turns lines that can be bought into order lines and totals, by the rates of a day. */
record Pricing(TaxRates taxRates, ShippingFees shippingFees) {

    OrderLine line(JudgedLine judged, LocalDate day) {
        var product = Objects.requireNonNull(judged.product());
        var variant = Objects.requireNonNull(judged.variant());
        var certificate = Objects.requireNonNull(judged.certificate());
        var price = Objects.requireNonNull(judged.price());
        var quantity = judged.line().quantity();
        return new OrderLine(
                judged.sku(),
                product.id(),
                product.slug(),
                product.name(),
                variant.label(),
                product.producer().name(),
                certificate.number(),
                certificate.stars(),
                quantity,
                price,
                price.times(quantity),
                variant.taxClass(),
                tax(price.times(quantity), quantity, taxRates.on(day, variant.taxClass())));
    }

    Totals totals(List<OrderLine> lines, Delivery delivery, LocalDate day) {
        var goods = lines.stream().map(OrderLine::total).reduce(Money.ZERO, Money::plus);
        var shipping = shipping(goods, delivery, day);
        var shippingTax = TaxRates.inside(shipping.amount(), taxRates.on(day, TaxClass.SERVICE));
        var tax = lines.stream().map(line -> line.tax().amount()).reduce(Money.dong(shippingTax), Money::plus);
        return new Totals(goods, shipping, goods.plus(shipping), tax);
    }

    Money shipping(Money goods, Delivery delivery, LocalDate day) {
        return switch (delivery) {
            case Delivery.Pickup _ -> Money.ZERO;
            case Delivery.Ship ship -> Money.dong(shippingFees.on(day, ship.provinceCode(), goods.amount()));
        };
    }

    private static OrderLine.Tax tax(Money total, long quantity, int basisPoints) {
        var amount = TaxRates.inside(total.amount(), basisPoints);
        var even = Spread.Even.of(amount, quantity);
        return new OrderLine.Tax(basisPoints, Money.dong(amount), even.perUnit(), even.unitsWithOneMore());
    }
}
