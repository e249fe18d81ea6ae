package vn.ocopmarket.storefront.checkout;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.cart.CartLine;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.cart.JudgingLines;
import vn.ocopmarket.storefront.checkout.CheckingFields.Checked;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.CashRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Changed;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.ConfirmationMissing;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PreparationRefused;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.Preparation;
import vn.ocopmarket.storefront.order.Totals;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** Writes the order of a cart as it can be had at this moment, or says what stands against it. */
final class DraftingOrder {

    static final String OF_AGE = "age-18";

    private static final int NUMBER_LENGTH = 9;

    private final JudgingLines judging;
    private final Pricing pricing;
    private final RandomIds ids;
    private final Clock clock;

    DraftingOrder(JudgingLines judging, Pricing pricing, RandomIds ids, Clock clock) {
        this.judging = judging;
        this.pricing = pricing;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of drafting. */
    sealed interface Draft {

        record Drafted(Order order) implements Draft {}

        record Refused(PreparationRefused why) implements Draft {}
    }

    Mono<Draft> draft(PreparationRequest request, Checked checked, List<CartLine> lines) {
        var delivery = Objects.requireNonNull(checked.delivery());
        var locationId = delivery instanceof Delivery.Pickup pickup ? pickup.locationId() : null;
        return judging.judge(lines, locationId).map(judged -> judge(request, checked, delivery, judged));
    }

    private Draft judge(PreparationRequest request, Checked checked, Delivery delivery, List<JudgedLine> judged) {
        if (!judged.stream().allMatch(JudgedLine::purchasable)) {
            return changed(judged, delivery);
        }
        var alcohol = judged.stream()
                .filter(DraftingOrder::isAlcohol)
                .map(JudgedLine::sku)
                .toList();
        if (!alcohol.isEmpty() && request.method() == PaymentMethod.CASH_ON_DELIVERY) {
            return new Draft.Refused(new CashRefused(alcohol));
        }
        if (!alcohol.isEmpty() && !request.confirmations().contains(OF_AGE)) {
            return new Draft.Refused(new ConfirmationMissing(OF_AGE));
        }
        var today = LocalDate.now(clock);
        var lines = judged.stream().map(line -> pricing.line(line, today)).toList();
        var totals = pricing.totals(lines, delivery, today);
        var expected = request.expectedTotal();
        return expected.equals(totals.goods()) || expected.equals(totals.total())
                ? new Draft.Drafted(order(request, checked, lines, totals))
                : changed(judged, delivery);
    }

    private Draft changed(List<JudgedLine> judged, Delivery delivery) {
        var goods = judged.stream()
                .filter(JudgedLine::purchasable)
                .map(JudgedLine::total)
                .reduce(Money.ZERO, Money::plus);
        var shipping = pricing.shipping(goods, delivery, LocalDate.now(clock));
        return new Draft.Refused(new Changed(judged, goods, goods.plus(shipping)));
    }

    private Order order(PreparationRequest request, Checked checked, List<OrderLine> lines, Totals totals) {
        var preparation = new Preparation(
                request.cartId(),
                request.fingerprint(),
                request.locale().getLanguage(),
                null,
                List.of(),
                null,
                List.of());
        return new Order(
                request.orderId(),
                "OM" + ids.next(NUMBER_LENGTH).toUpperCase(Locale.ROOT),
                OrderState.PREPARING,
                switch (request.method()) {
                    case CARD -> PaymentState.AWAITING;
                    case CASH_ON_DELIVERY -> PaymentState.ON_DELIVERY;
                },
                FulfillmentState.UNFULFILLED,
                Objects.requireNonNull(checked.contact()),
                Objects.requireNonNull(checked.delivery()),
                request.method(),
                lines,
                totals,
                preparation,
                List.of(),
                clock.instant());
    }

    /** Any alcohol at all: the line between kinds of drinks is not ours to draw at the checkout. */
    static boolean isAlcohol(JudgedLine line) {
        var product = line.product();
        var variant = line.variant();
        return product != null && product.alcoholTenths() != null && product.alcoholTenths() > 0
                || variant != null && variant.taxClass() == TaxClass.ALCOHOL;
    }
}
