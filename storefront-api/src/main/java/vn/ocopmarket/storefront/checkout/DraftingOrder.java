package vn.ocopmarket.storefront.checkout;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.cart.CartLine;
import vn.ocopmarket.storefront.cart.JudgedLine;
import vn.ocopmarket.storefront.cart.JudgingLines;
import vn.ocopmarket.storefront.checkout.CheckingFields.Checked;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Changed;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.DeliveryUnpriced;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.PreparationRefused;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.VoucherRefused;
import vn.ocopmarket.storefront.checkout.QuotingCheckout.Charged;
import vn.ocopmarket.storefront.checkout.QuotingCheckout.Unpriced;
import vn.ocopmarket.storefront.order.Delivery;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.Preparation;
import vn.ocopmarket.storefront.order.Shipments;
import vn.ocopmarket.storefront.order.Totals;
import vn.ocopmarket.storefront.promotion.Quote;

/** Writes the order of a cart as it can be had at this moment, or says what stands against it. */
final class DraftingOrder {

    private static final int NUMBER_LENGTH = 9;

    private final JudgingLines judging;
    private final QuotingCheckout quoting;
    private final Pricing pricing;
    private final RandomIds ids;
    private final Clock clock;

    DraftingOrder(JudgingLines judging, QuotingCheckout quoting, Pricing pricing, RandomIds ids, Clock clock) {
        this.judging = judging;
        this.quoting = quoting;
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
        return judging.judge(lines, locationId)
                .flatMap(judged -> quoting.charge(delivery, judged)
                        .flatMap(charged -> pricing.vouchers()
                                .of(request.vouchers(), judged)
                                .map(quote -> switch (quote) {
                                    case Quote.Discounted off ->
                                        judge(request, checked, charged, new Offer(judged, off));
                                    case Quote.Refused(var why) -> new Draft.Refused(new VoucherRefused(why, false));
                                })))
                .onErrorResume(Unpriced.class, _ -> Mono.just(new Draft.Refused(new DeliveryUnpriced())));
    }

    /** Lines as they stand, and what vouchers take off them. */
    private record Offer(List<JudgedLine> judged, Quote.Discounted off) {}

    private Draft judge(PreparationRequest request, Checked checked, Charged delivery, Offer offer) {
        var judged = offer.judged();
        if (!judged.stream().allMatch(JudgedLine::purchasable)) {
            return changed(offer, delivery);
        }
        var today = LocalDate.now(clock);
        var against = pricing.rules().against(request, judged, today);
        if (against.isPresent()) {
            return new Draft.Refused(against.get());
        }
        var lines = pricing.lines(judged, offer.off(), today);
        var totals = pricing.totals(lines, Pricing.discounts(offer.off()), delivery.fee(), today);
        if (!isExpected(request, totals)) {
            return changed(offer, delivery);
        }
        return pricing.rules()
                .against(request.method(), totals, today)
                .<Draft>map(Draft.Refused::new)
                .orElseGet(() -> new Draft.Drafted(order(request, checked, delivery, new Priced(lines, totals))));
    }

    /** A page shows the fee: there, goods that became dearer by just as much are not what was shown. */
    private static boolean isExpected(PreparationRequest request, Totals totals) {
        var expected = request.expectedTotal();
        return expected.equals(totals.total())
                || request.goodsWillDo() && expected.equals(totals.goods().minus(totals.discount()));
    }

    private record Priced(List<OrderLine> lines, Totals totals) {}

    private static Draft changed(Offer offer, Charged delivery) {
        var goods = offer.judged().stream()
                .filter(JudgedLine::purchasable)
                .map(JudgedLine::total)
                .reduce(Money.ZERO, Money::plus);
        var paid = goods.minus(offer.off().total());
        return new Draft.Refused(new Changed(offer.judged(), paid, paid.plus(delivery.fee())));
    }

    private Order order(PreparationRequest request, Checked checked, Charged delivery, Priced priced) {
        var preparation = new Preparation(
                request.cartId(),
                request.fingerprint(),
                request.locale().getLanguage(),
                null,
                List.of(),
                null,
                null,
                List.of());
        return new Order(
                request.orderId(),
                "OM" + ids.next(NUMBER_LENGTH).toUpperCase(Locale.ROOT),
                OrderState.PREPARING,
                switch (request.method()) {
                    case CARD, BANK_TRANSFER -> PaymentState.AWAITING;
                    case CASH_ON_DELIVERY -> PaymentState.ON_DELIVERY;
                },
                FulfillmentState.UNFULFILLED,
                Objects.requireNonNull(checked.contact()),
                delivery.delivery(),
                request.method(),
                priced.lines(),
                priced.totals(),
                preparation,
                Shipments.NONE,
                List.of(),
                clock.instant());
    }
}
