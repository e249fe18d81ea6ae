package vn.ocopmarket.storefront.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.storefront.checkout.domain.TaxRates;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.payment.domain.Allocation;
import vn.ocopmarket.storefront.payment.domain.Allocation.Bought;
import vn.ocopmarket.storefront.payment.domain.Allocation.Wanted;
import vn.ocopmarket.storefront.payment.domain.Payment;
import vn.ocopmarket.storefront.payment.domain.PaymentState;
import vn.ocopmarket.storefront.payment.domain.PaymentTerms;
import vn.ocopmarket.storefront.payment.domain.Refund;
import vn.ocopmarket.storefront.promotion.domain.Discounting;
import vn.ocopmarket.storefront.promotion.domain.Discounting.Result;
import vn.ocopmarket.storefront.promotion.domain.Goods;
import vn.ocopmarket.storefront.promotion.domain.Voucher;
import vn.ocopmarket.storefront.promotion.domain.Worth;

/**
 * Ten thousand baskets with vouchers from the price to the last refund: what vouchers take off adds up, tax adds up, and units
 * that are given back in any order add up to exactly what was paid.
 */
class DiscountedBasketsTests {

    private static final int BASKETS = 10_000;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final int[] RATES = {0, 500, 800, 1_000};

    @Test
    void addsUpToExactlyWhatWasPaid() {
        var random = new Random(20_261_122);
        int discounted = 0;
        for (int basket = 0; basket < BASKETS; basket++) {
            var goods = goods(random);
            var result = Discounting.of(vouchers(random), goods, DAY);
            if (result instanceof Result.Discounts off) {
                discounted++;
                var lines = lines(goods, off, random);
                addsUp(goods, off, lines);
                givesBack(lines, Money.dong(random.nextInt(3) * 15_000L), random);
            }
        }
        // Else the test would look at hardly anything.
        assertThat(discounted).isGreaterThan(BASKETS / 2);
    }

    private static void addsUp(List<Goods> goods, Result.Discounts off, List<OrderLine> lines) {
        var before = goods.stream().mapToLong(Goods::worth).sum();
        var taken = off.vouchers().stream()
                .mapToLong(applied -> applied.amount().amount())
                .sum();
        var paid = lines.stream().mapToLong(line -> line.total().amount()).sum();
        assertThat(paid).isEqualTo(before - taken);
        for (var line : lines) {
            var discount = line.discount();
            assertThat(discount.perUnit() * line.quantity() + discount.unitsWithOneMore())
                    .isEqualTo(discount.amount().amount());
            assertThat(line.price()).isEqualTo(line.unitPrice().times(line.quantity()));
            assertThat(discount.amount().amount() * 2)
                    .isLessThanOrEqualTo(line.price().amount());
            var tax = line.tax();
            assertThat(tax.amount().amount())
                    .isEqualTo(TaxRates.inside(line.total().amount(), tax.basisPoints()));
            assertThat(tax.perUnit() * line.quantity() + tax.unitsWithOneMore())
                    .isEqualTo(tax.amount().amount());
        }
    }

    private static void givesBack(List<OrderLine> lines, Money shipping, Random random) {
        var bought = new ArrayList<>(lines.stream()
                .map(line -> new Bought(line.sku(), line.quantity(), line.total()))
                .toList());
        if (shipping.amount() > 0) {
            bought.add(new Bought("delivery", 1, shipping));
        }
        var total = bought.stream().map(Bought::paid).reduce(Money.ZERO, Money::plus);
        var units = new ArrayList<String>();
        bought.forEach(one -> units.addAll(Collections.nCopies(Math.toIntExact(one.units()), one.item())));
        Collections.shuffle(units, random);
        var payment = paid(total);
        for (int refund = 0; !units.isEmpty(); refund++) {
            var some = units.subList(0, 1 + random.nextInt(Math.min(4, units.size())));
            payment = refund(payment, "r" + refund, bought, some);
            some.clear();
        }
        assertThat(payment.refundable()).isEqualTo(Money.ZERO);
        assertThat(payment.refunds().stream().map(Refund::amount).reduce(Money.ZERO, Money::plus))
                .isEqualTo(total);
        assertThat(payment.isSound()).isTrue();
        unitsCostWhatTheLineSays(lines, payment);
    }

    /** What went back for each line is its total: its price less its discount. */
    private static void unitsCostWhatTheLineSays(List<OrderLine> lines, Payment payment) {
        var back = new HashMap<String, Long>();
        payment.refunds()
                .forEach(refund -> refund.parts()
                        .forEach(part -> back.merge(part.item(), part.amount().amount(), Long::sum)));
        for (var line : lines) {
            assertThat(back.get(line.sku()))
                    .isEqualTo(line.price().minus(line.discount().amount()).amount());
        }
    }

    private static Payment refund(Payment payment, String id, List<Bought> bought, List<String> units) {
        var wanted = units.stream()
                .distinct()
                .map(item ->
                        new Wanted(item, units.stream().filter(item::equals).count()))
                .toList();
        var parts = ((Allocation.Result.Parts) Allocation.of(bought, payment.refunds(), wanted)).parts();
        return payment.refunding(id, parts, "why", "clerk").orElseThrow();
    }

    private static Payment paid(Money amount) {
        var terms = new PaymentTerms("o1", "N1", amount, null, "s", "c", NOW, Locale.ROOT);
        return Payment.begin(terms, new PaymentState.Transfer("N101")).transferred("n1", amount, NOW);
    }

    private static List<OrderLine> lines(List<Goods> goods, Result.Discounts off, Random random) {
        var lines = new ArrayList<OrderLine>();
        for (int i = 0; i < goods.size(); i++) {
            var one = goods.get(i);
            var price = Pricing.price(one.unitPrice(), one.quantity(), off.off(i), RATES[random.nextInt(RATES.length)]);
            lines.add(new OrderLine(
                    one.sku(),
                    one.sku(),
                    one.sku(),
                    one.sku(),
                    "",
                    "",
                    null,
                    "",
                    4,
                    one.quantity(),
                    one.unitPrice(),
                    price.total(),
                    TaxClass.PROCESSED_FOOD,
                    price.tax(),
                    price.discount(),
                    OrderLine.Marks.NONE));
        }
        return lines;
    }

    private static List<Goods> goods(Random random) {
        var goods = new ArrayList<Goods>();
        for (int line = 0; line <= random.nextInt(5); line++) {
            goods.add(new Goods(
                    "S" + line,
                    "0" + (1 + random.nextInt(3)),
                    "86",
                    "p",
                    Money.dong(1_000 + random.nextInt(300_000)),
                    1 + random.nextInt(7),
                    random.nextInt(8) > 0));
        }
        return goods;
    }

    private static List<Voucher> vouchers(Random random) {
        var vouchers = new ArrayList<Voucher>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            var worth = random.nextBoolean()
                    ? new Worth.Percent(1 + random.nextInt(5_000), Money.dong(1_000 + random.nextInt(500_000)))
                    : new Worth.Fixed(Money.dong(1_000 + random.nextInt(300_000)));
            var groups = random.nextInt(3) > 0 ? Set.<String>of() : Set.of("01", "02");
            vouchers.add(new Voucher(
                    "CODE" + i,
                    new Voucher.Names("Mã thử", "A trial"),
                    worth,
                    new Voucher.Limits(null, null, DAY, DAY, Money.ZERO),
                    new Voucher.Scope(groups, Set.of(), Set.of()),
                    false,
                    Voucher.State.RUNNING,
                    0));
        }
        return vouchers;
    }
}
