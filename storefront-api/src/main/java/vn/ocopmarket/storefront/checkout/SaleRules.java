package vn.ocopmarket.storefront.checkout;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.AlcoholRules;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.cart.UnitLimits.Excess;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.AmountRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.BuyerUnderAge;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.CashRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.ConfirmationMissing;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.OrderOutOfLimits;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PreparationRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.QuantityOutOfLimits;
import vn.ocopmarket.storefront.checkout.domain.OrderLimits;
import vn.ocopmarket.storefront.checkout.domain.OrderLimits.Kind;
import vn.ocopmarket.storefront.order.Totals;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** What stands against an order of goods that could be bought: the law on alcohol, and how much one order may be. */
record SaleRules(OrderLimits limits) {

    /** Who buys says so. */
    static final String OF_AGE = "age-18";

    /** Who buys gave a date of birth, and it was not long enough ago. */
    static final String UNDER_AGE = "under-18";

    /** Before prices are added up; empty when nothing does. */
    Optional<PreparationRefused> against(PreparationRequest request, List<JudgedLine> lines, LocalDate today) {
        return againstAlcohol(request, lines).or(() -> againstQuantity(lines, today));
    }

    /** Once it is known what there is to pay; empty when nothing does. */
    Optional<PreparationRefused> against(PaymentMethod method, Totals totals, LocalDate today) {
        var goods = totals.goods().amount();
        var total = totals.total().amount();
        return limits.broken(Kind.ORDER, method, goods, today)
                .<PreparationRefused>map(limit ->
                        new OrderOutOfLimits(totals.goods(), Money.dong(limit.least()), Money.dong(limit.most())))
                .or(() -> limits.broken(Kind.METHOD, method, total, today)
                        .map(limit -> new AmountRefused(Money.dong(limit.least()), Money.dong(limit.most()))));
    }

    private static Optional<PreparationRefused> againstAlcohol(PreparationRequest request, List<JudgedLine> lines) {
        var alcohol =
                lines.stream().filter(SaleRules::isAlcohol).map(JudgedLine::sku).toList();
        if (alcohol.isEmpty()) {
            return Optional.empty();
        }
        if (request.confirmations().contains(UNDER_AGE)) {
            return Optional.of(new BuyerUnderAge(alcohol));
        }
        if (request.method() == PaymentMethod.CASH_ON_DELIVERY) {
            return Optional.of(new CashRefused(alcohol));
        }
        return request.confirmations().contains(OF_AGE)
                ? Optional.empty()
                : Optional.of(new ConfirmationMissing(OF_AGE));
    }

    private Optional<PreparationRefused> againstQuantity(List<JudgedLine> lines, LocalDate today) {
        return excess(lines, today).map(QuantityOutOfLimits::new);
    }

    /** What these lines are over, each by itself or with all others of its tax class. */
    Optional<Excess> excess(List<JudgedLine> lines, LocalDate today) {
        var known = lines.stream().filter(line -> line.variant() != null).toList();
        var each = known.stream().map(line -> excess(Kind.UNITS, List.of(line), today));
        var classes = known.stream().collect(Collectors.groupingBy(SaleRules::taxClass)).values().stream()
                .map(ofOne -> excess(Kind.CLASS, ofOne, today));
        return Stream.concat(each, classes).flatMap(Optional::stream).findFirst();
    }

    /** Whether the units of all lines of its tax class count together. */
    boolean countTogether(JudgedLine line, LocalDate today) {
        return line.variant() != null && limits.concern(Kind.CLASS, taxClass(line), today);
    }

    /** Of lines of one tax class. */
    private Optional<Excess> excess(Kind kind, List<JudgedLine> lines, LocalDate today) {
        var first = lines.getFirst();
        var units = lines.stream().mapToLong(line -> line.line().quantity()).sum();
        return limits.broken(kind, taxClass(first), units, today)
                .map(limit -> new Excess(first.sku(), names(lines), units, limit.least(), limit.most()));
    }

    private static String names(List<JudgedLine> lines) {
        return lines.stream()
                .map(line -> Objects.requireNonNull(line.product()).name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static TaxClass taxClass(JudgedLine line) {
        return isAlcohol(line)
                ? TaxClass.ALCOHOL
                : Objects.requireNonNull(line.variant()).taxClass();
    }

    static boolean isAlcohol(JudgedLine line) {
        var product = line.product();
        var variant = line.variant();
        return product != null && variant != null && AlcoholRules.concern(product, variant);
    }
}
