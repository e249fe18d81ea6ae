package vn.ocopmarket.storefront.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.checkout.PreparationRequest;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Destination;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Person;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.commerce.FakeProducts;
import vn.ocopmarket.storefront.fulfillment.HandingOverByCode.Checks;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.CashMissing;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.HandedOver;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.IdentityMissing;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.NotReady;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.Ready;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.TooMany;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.UsedBefore;
import vn.ocopmarket.storefront.fulfillment.PickupOutcome.WrongCode;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.PickupTicket;
import vn.ocopmarket.storefront.order.ShipmentState;
import vn.ocopmarket.storefront.order.TimelineEntry;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.pos.CollectedCash;

/** Buyers collect what they ordered, by a code. */
class PickupIT extends CommerceIT {

    private static final int MORE_STEPS_THAN_THERE_ARE = 30;
    private static final int MORE_ORDERS_THAN_THERE_ARE = 10_000;
    private static final long PRICE = 35_000;

    @Autowired
    HandingOverByCode handing;

    @Autowired
    FulfillingOrder fulfilling;

    @Autowired
    CollectingOrder collecting;

    @Autowired
    ShippingOrder shipping;

    @Autowired
    CollectedCash till;

    @Test
    void opensTheOrderWhereItLiesAndOnce() {
        var sku = atTheShowroom();
        var order = ready(sku, PaymentMethod.CASH_ON_DELIVERY);
        var code = ticket(order).code();

        assertThat(await(handing.find(SHOWROOM, " " + ticket(order).spaced().toLowerCase(Locale.ROOT), clerk())))
                .isEqualTo(new Ready(now(order), false, order.total()));
        assertThat(await(handing.find(WAREHOUSE, code, clerk()))).isEqualTo(new WrongCode());
        assertThat(await(handing.handOver(SHOWROOM, code, new Checks("a", clerk(), false, Money.ZERO))))
                .isEqualTo(new CashMissing(order.total()));
        assertThat(onHand(sku)).isEqualTo(5);

        var given = await(handing.handOver(SHOWROOM, code, checks("a", order)));

        assertThat(given).isInstanceOf(HandedOver.class);
        var done = now(order);
        assertThat(done.state()).isEqualTo(OrderState.COMPLETED);
        assertThat(done.payment()).isEqualTo(PaymentState.PAID);
        assertThat(done.fulfillment()).isEqualTo(FulfillmentState.DELIVERED);
        assertThat(onHand(sku)).isEqualTo(3);
        assertThat(await(handing.handOver(SHOWROOM, code, checks("b", order)))).isInstanceOf(UsedBefore.class);
        assertThat(await(handing.handOver(SHOWROOM, code, checks("a", order))))
                .as("the same request again")
                .isInstanceOf(HandedOver.class);
        assertStockAndLedgerAgree();
    }

    @Test
    void givesTheGoodsToOneOfTwoAtOnce() {
        var sku = atTheShowroom();
        var order = ready(sku, PaymentMethod.CARD);
        var code = ticket(order).code();

        var outcomes = await(Flux.range(0, 8)
                .flatMap(i -> handing.handOver(SHOWROOM, code, checks("clerk-" + i, order)), 8)
                .collectList());

        assertThat(outcomes).filteredOn(HandedOver.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(UsedBefore.class::isInstance).hasSize(7);
        assertThat(onHand(sku)).isEqualTo(3);
        assertStockAndLedgerAgree();
    }

    @Test
    void leavesOverTheCounterWithItsCodeOnly() {
        var sku = atTheShowroom();
        var order = ready(sku, PaymentMethod.CASH_ON_DELIVERY);

        assertThat(await(fulfilling.handOver(order.id()))).isEqualTo(new OrderOutcome.CodeMissing());
        assertThat(await(shipping.handOver(order.id(), 1, null))).isEqualTo(new OrderOutcome.CodeMissing());
        assertThat(onHand(sku)).isEqualTo(5);
        assertThat(now(order).fulfillment()).isEqualTo(FulfillmentState.PACKED);

        assertThat(await(handing.handOver(SHOWROOM, ticket(order).code(), checks("a", order))))
                .isInstanceOf(HandedOver.class);
        assertThat(await(fulfilling.handOver(order.id())))
                .as("it has left by its code")
                .isNotInstanceOf(OrderOutcome.CodeMissing.class);
    }

    @Test
    void keepsWhyItWasHandedOverWithoutTheCode() {
        var sku = atTheShowroom();
        var order = ready(sku, PaymentMethod.CASH_ON_DELIVERY);
        var free = new Checks("a", "manager", false, Money.ZERO);
        assertThat(await(handing.handOverWithoutCode(now(order), free, "Mất điện thoại")))
                .isEqualTo(new CashMissing(order.total()));

        var paid = new Checks("a", "manager", false, order.total());
        for (int i = 0; i < 2; i++) {
            assertThat(await(handing.handOverWithoutCode(now(order), paid, "Mất điện thoại")))
                    .isInstanceOf(HandedOver.class);
        }

        var use = Objects.requireNonNull(ticket(now(order)).used());
        assertThat(use.withoutCode()).isEqualTo("Mất điện thoại");
        assertThat(use.by()).isEqualTo("manager");
        assertThat(now(order).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(onHand(sku)).isEqualTo(3);
        assertThat(await(handing.handOverWithoutCode(
                        now(order), new Checks("b", "manager", false, order.total()), "Mất điện thoại")))
                .isInstanceOf(UsedBefore.class);
        assertThat(taken()).containsOnlyOnce(new CollectedCash.Taken(order.number(), use.at(), order.total()));
    }

    @Test
    void saysThatWhatIsToBeHandedOverWithoutTheCodeIsNotPacked() {
        var sku = atTheShowroom();
        var order = confirmed(sku, PaymentMethod.CASH_ON_DELIVERY);
        var paid = new Checks("a", "manager", false, order.total());

        assertThat(await(handing.handOverWithoutCode(order, paid, "Mất điện thoại")))
                .isEqualTo(new NotReady(order))
                .matches(outcome -> ((NotReady) outcome).isToBePacked());
        assertThat(await(fulfilling.pack(order.id()))).isInstanceOf(OrderOutcome.Moved.class);
        var packed = now(order);
        assertThat(await(shipping.unpack(order.id(), 1))).isInstanceOf(OrderOutcome.Moved.class);
        assertThat(await(handing.handOverWithoutCode(packed, paid, "Mất điện thoại")))
                .as("it was packed when they looked")
                .isEqualTo(new NotReady(now(order)));
        assertThat(onHand(sku)).isEqualTo(5);
    }

    @Test
    void offersNoStepThatNeedsTheCodeBeforeItWasShown() {
        var order = ready(atTheShowroom(), PaymentMethod.CARD);
        var parcel = order.shipments().find(1).orElseThrow();

        assertThat(order.moves(parcel)).containsExactly(ShipmentState.UNPACKED);

        assertThat(await(handing.handOver(SHOWROOM, ticket(order).code(), checks("a", order))))
                .isInstanceOf(HandedOver.class);
    }

    @Test
    void countsTheCashOfEveryHandOverOnce() {
        var sku = atTheShowroom();
        var cash = ready(sku, PaymentMethod.CASH_ON_DELIVERY);
        var card = ready(sku, PaymentMethod.CARD);
        var _ = await(Flux.range(0, 8)
                .flatMap(i -> handing.handOver(SHOWROOM, ticket(cash).code(), checks("c" + i, cash)), 8)
                .collectList());
        assertThat(await(handing.handOver(SHOWROOM, ticket(card).code(), checks("a", card))))
                .isInstanceOf(HandedOver.class);

        assertThat(taken())
                .filteredOn(taken -> taken.number().equals(cash.number()))
                .extracting(CollectedCash.Taken::cash)
                .containsExactly(cash.total());
        assertThat(taken()).extracting(CollectedCash.Taken::number).doesNotContain(card.number());
        var today = LocalDate.now(clock);
        assertThat(await(till.on(SHOWROOM, today.plusDays(1)).collectList()))
                .extracting(CollectedCash.Taken::number)
                .doesNotContain(cash.number());
        assertThat(await(till.on(WAREHOUSE, today).collectList())).isEmpty();
    }

    /** Since yesterday, for who moves the clock on from what was taken. */
    private List<CollectedCash.Taken> taken() {
        var today = LocalDate.now(clock);
        return await(Flux.just(today.minusDays(1), today)
                .concatMap(day -> till.on(SHOWROOM, day))
                .collectList());
    }

    @Test
    void asksForAnIdentityCardWhenThereIsAlcohol() {
        var sku = ids.next(8);
        products.sell(FakeProducts.Spec.of(sku, PRICE, LocalDate.now(clock).plusYears(1))
                .alcohol());
        receive(SHOWROOM, sku, 5);
        var order = ready(sku, PaymentMethod.CARD);
        var code = ticket(order).code();

        assertThat(await(handing.find(SHOWROOM, code, clerk()))).isEqualTo(new Ready(now(order), true, Money.ZERO));
        assertThat(await(handing.handOver(SHOWROOM, code, new Checks("a", clerk(), false, Money.ZERO))))
                .isEqualTo(new IdentityMissing());
        assertThat(await(handing.handOver(SHOWROOM, code, new Checks("a", clerk(), true, Money.ZERO))))
                .isInstanceOf(HandedOver.class);
        assertThat(Objects.requireNonNull(ticket(now(order)).used()).identityChecked())
                .isTrue();
    }

    @Test
    void letsNobodyTryAllCodes() {
        clock.moveToNext(Duration.ofMinutes(10));
        var order = ready(atTheShowroom(), PaymentMethod.CARD);
        var guesser = "guesser-" + order.id();
        for (int i = 0; i < 10; i++) {
            assertThat(await(handing.find(SHOWROOM, "0000000" + i, guesser))).isEqualTo(new WrongCode());
        }

        assertThat(await(handing.find(SHOWROOM, ticket(order).code(), guesser))).isInstanceOf(TooMany.class);
        assertThat(await(handing.find(SHOWROOM, ticket(order).code(), clerk()))).isInstanceOf(Ready.class);
    }

    @Test
    void remindsOnceAndEndsWhatNobodyCollects() {
        var sku = atTheShowroom();
        var order = ready(sku, PaymentMethod.CARD);
        assertThat(await(collecting.endUncollected(order.id()))).isInstanceOf(OrderOutcome.MoveRefused.class);

        clock.move(Duration.ofDays(3).plusMinutes(1));
        workOn(order);
        workOn(order);

        assertThat(now(order).timeline())
                .extracting(TimelineEntry::what)
                .containsOnlyOnce(What.READY_FOR_PICKUP, What.PICKUP_REMINDED);
        clock.move(Duration.ofDays(4));
        assertThat(await(collecting.endUncollected(order.id()))).isInstanceOf(OrderOutcome.Moved.class);
        var ended = now(order);
        assertThat(ended.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(payments.refunds).containsKey(order.id() + ":cancelled");
        assertThat(levels(sku).getFirst().available()).isEqualTo(5);
        assertThat(await(handing.find(SHOWROOM, ticket(order).code(), clerk()))).isEqualTo(new WrongCode());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesOnWhereItDied(boolean afterEffect) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var sku = atTheShowroom();
            var order = ready(sku, PaymentMethod.CASH_ON_DELIVERY);
            crashes.dieAt(step, afterEffect);
            handing.handOver(SHOWROOM, ticket(order).code(), checks("a", order))
                    .then()
                    .onErrorComplete()
                    .block(PATIENCE);
            var died = crashes.restart();

            clock.move(Duration.ofMinutes(2));
            workOn(order);
            assertThat(await(handing.handOver(SHOWROOM, ticket(order).code(), checks("a", order))))
                    .as("step %d", step)
                    .isInstanceOf(HandedOver.class);

            assertThat(now(order).state()).as("step %d", step).isEqualTo(OrderState.COMPLETED);
            assertThat(now(order).payment()).as("step %d", step).isEqualTo(PaymentState.PAID);
            assertThat(onHand(sku)).as("step %d", step).isEqualTo(3);
            assertThat(taken())
                    .as("step %d", step)
                    .filteredOn(taken -> taken.number().equals(order.number()))
                    .hasSize(1);
            if (!died) {
                break;
            }
        }
        assertStockAndLedgerAgree();
    }

    /** As the worker does with what is due. */
    private void workOn(Order order) {
        var now = clock.instant();
        orders.lease(now, now.plusSeconds(60), MORE_ORDERS_THAN_THERE_ARE)
                .filter(due -> due.id().equals(order.id()))
                .concatMap(fulfilling::goOn)
                .blockLast(PATIENCE);
    }

    private String atTheShowroom() {
        var sku = ids.next(8);
        products.sell(FakeProducts.Spec.of(sku, PRICE, LocalDate.now(clock).plusYears(1)));
        receive(SHOWROOM, sku, 5);
        return sku;
    }

    /** Two of it, packed. */
    private Order ready(String sku, PaymentMethod method) {
        var order = confirmed(sku, method);
        assertThat(await(fulfilling.pack(order.id()))).isInstanceOf(OrderOutcome.Moved.class);
        return now(order);
    }

    private Order confirmed(String sku, PaymentMethod method) {
        var request = new PreparationRequest(
                ids.next(20),
                cartOf(2, sku),
                new Person("Nguyễn Thị Thử", "+84 912 345 678", null),
                new Destination.At(SHOWROOM),
                method,
                Money.dong(2 * PRICE),
                List.of("age-18"),
                Locale.of("vi"));
        var order = ((Prepared) await(preparing.prepare(request))).order();
        if (method == PaymentMethod.CARD) {
            finalizing.paid(order.id(), payments.pay(order.id())).block(PATIENCE);
        }
        return now(order);
    }

    private static Checks checks(String key, Order order) {
        return new Checks(key, clerk(), false, CollectingOrder.due(order));
    }

    private static String clerk() {
        return "clerk";
    }

    private static PickupTicket ticket(Order order) {
        return Objects.requireNonNull(order.shipments().pickup());
    }

    private Order now(Order order) {
        return await(orders.find(order.id()));
    }

    private long onHand(String sku) {
        return levels(sku).getFirst().onHand();
    }
}
