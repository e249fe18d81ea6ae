package vn.ocopmarket.storefront.returning;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.checkout.PreparationRequest;
import vn.ocopmarket.storefront.checkout.PreparationRequest.Destination;
import vn.ocopmarket.storefront.commerce.FakeProducts;
import vn.ocopmarket.storefront.fulfillment.CollectingOrder;
import vn.ocopmarket.storefront.fulfillment.DroppingUnits;
import vn.ocopmarket.storefront.fulfillment.Packing;
import vn.ocopmarket.storefront.fulfillment.ShippingOrder;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.order.OrderOutcome.Moved;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.orderend.CancellingOrder;
import vn.ocopmarket.storefront.orderend.SettlingOrder;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.payment.ReturningMoney;
import vn.ocopmarket.storefront.payment.ReturningMoney.Granted;
import vn.ocopmarket.storefront.payment.ReturningMoney.Item;
import vn.ocopmarket.storefront.promotion.KeepingVouchers;
import vn.ocopmarket.storefront.promotion.domain.Voucher;
import vn.ocopmarket.storefront.promotion.domain.VoucherDraft;
import vn.ocopmarket.storefront.promotion.domain.Worth;
import vn.ocopmarket.storefront.refund.RefundByHand;
import vn.ocopmarket.storefront.refund.RefundingOrder;
import vn.ocopmarket.storefront.returning.AskingStaff.Wanted;
import vn.ocopmarket.storefront.returning.HandlingRequests.Deed;
import vn.ocopmarket.storefront.returning.RequestOutcome.Done;
import vn.ocopmarket.storefront.returning.RequestOutcome.NotNow;
import vn.ocopmarket.storefront.returning.RequestOutcome.NotPossible;
import vn.ocopmarket.storefront.returning.RequestOutcome.TooMany;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.RequestState;
import vn.ocopmarket.storefront.stockproof.ProvingStock;

/** Units that are taken out of an order before they are packed: goods and money of just these go back, once. */
class DroppingIT extends RequestsIT {

    private static final Deed CLERK = new Deed("clerk", "Hết hàng");

    @Autowired
    SettlingByHand settlingByHand;

    @Autowired
    ShippingOrder shipping;

    @Autowired
    DroppingUnits dropping;

    @Autowired
    CancellingOrder cancelling;

    @Autowired
    ProvingStock proving;

    @Autowired
    KeepingVouchers keeping;

    @Autowired
    SettlingOrder settling;

    @Test
    void asksForLessAtTheDoor() {
        var sku = onSale(PRICE, 9);
        var order = ofCash(sku, 5);

        var request = done(drop(order, "k", sku, 2));

        assertThat(request.state()).isEqualTo(RequestState.DROPPED);
        assertThat(letters(request)).containsExactly("DROPPED");
        var now = now(order);
        assertThat(now.lines()).as("what was ordered stays to be read").isEqualTo(order.lines());
        assertThat(now.total()).isEqualTo(order.total());
        assertThat(now.kept()).extracting(OrderLine::quantity).containsExactly(3L);
        assertThat(now.payable()).isEqualTo(Money.dong(order.total().amount() - 2 * PRICE));
        assertThat(CollectingOrder.due(now)).isEqualTo(now.payable());
        assertThat(now.timeline().getLast().what()).isEqualTo(What.DROPPED);
        assertThat(now.shipments().drops()).allMatch(drop -> drop.booked());
        assertThat(level(sku).allocated()).isEqualTo(3);
        assertThat(level(sku).available()).isEqualTo(6);

        deliver(order);

        assertThat(now(order).shipments().find(1).orElseThrow().units()).isEqualTo(3);
        assertThat(level(sku).onHand()).isEqualTo(6);
        assertThat(level(sku).allocated()).isZero();
        assertThat(await(refunding.refund(
                        now(order), "all", List.of(), Money.ZERO, new RefundingOrder.Reason("gesture", "clerk"))))
                .isInstanceOf(Granted.Reserved.class);
        assertThat(back(order))
                .as("no more than was taken at the door")
                .isEqualTo(order.total().amount() - 2 * PRICE);
        assertStockAndLedgerAgree();
    }

    @Test
    void givesBackWhatWasPaidForJustTheseUnits() {
        var sku = onSale(PRICE, 9);
        var order = paid(sku, 5);

        var request = done(drop(order, "k", sku, 2));

        assertThat(request.state()).isEqualTo(RequestState.DROPPED);
        assertThat(back(order)).isEqualTo(2 * PRICE);
        assertThat(now(order).payable()).as("that is told apart, as a refund").isEqualTo(order.total());
        assertThat(level(sku).available()).isEqualTo(6);
        assertThat(done(drop(order, "k", sku, 2))).as("the same once more").isEqualTo(request);
        assertThat(back(order)).isEqualTo(2 * PRICE);

        deliver(order);

        assertThat(await(asking.of(order.id())).items())
                .extracting(Asking.Item::left)
                .containsExactly(3L);
        assertStockAndLedgerAgree();
    }

    @Test
    void letsStaffTakeOutWhatCannotBeSent() {
        var sku = onSale(PRICE, 9);
        var order = ofCash(sku, 5);

        var request = done(asking.dropByStaff(order.id(), "k", List.of(new Wanted(sku, 2)), CLERK));

        assertThat(request.state()).isEqualTo(RequestState.DROPPED);
        assertThat(request.decidedBy()).isEqualTo("clerk");
        assertThat(letter(request)).contains("Hết hàng", "2 × ");
        assertThat(level(sku).allocated()).isEqualTo(3);
    }

    @Test
    void leavesTheLotsThatEndFirstWithTheOrder() {
        var sku = onSale(PRICE, 2);
        receive(SHOWROOM, sku, 3);
        var order = ofCash(sku, 5);
        var first = order.preparation().takes().getFirst();

        var _ = done(drop(order, "k", sku, 4));

        assertThat(now(order).preparation().takes()).extracting(Take::levelId).containsExactly(first.levelId());
        assertThat(levels(sku).stream().mapToLong(StockView::allocated).sum()).isEqualTo(1);
        assertStockAndLedgerAgree();
    }

    @Test
    void takesOutOnlyWhatIsThereAndNotAllOfIt() {
        var sku = onSale(PRICE, 9);
        var order = ofCash(sku, 5);

        assertThat(await(drop(order, "a", sku, 6))).isEqualTo(new TooMany(sku, 5));
        assertThat(await(drop(order, "b", "other", 1))).isEqualTo(new TooMany("other", 0));
        assertThat(await(asking.drop(order.id(), "c", List.of(), null))).isEqualTo(new NotPossible("NOTHING_CHOSEN"));
        assertThat(await(drop(order, "d", sku, 5))).isEqualTo(new NotPossible("EVERYTHING"));
        var _ = done(drop(order, "e", sku, 2));
        assertThat(await(drop(order, "f", sku, 3))).isEqualTo(new NotPossible("EVERYTHING"));
        assertThat(await(drop(order, "g", sku, 4))).isEqualTo(new TooMany(sku, 3));
        assertThat(await(fulfilling.pack(order.id()))).isInstanceOf(Moved.class);
        assertThat(await(drop(order, "h", sku, 1))).isEqualTo(new NotPossible("PACKED"));
        assertThat(await(fulfilling.handOver(order.id()))).isInstanceOf(Moved.class);
        assertThat(await(drop(order, "i", sku, 1))).isEqualTo(new NotPossible("PACKED"));
        assertThat(level(sku).onHand()).isEqualTo(6);
    }

    @Test
    void takesOutNothingOfAnOrderThatWaitsForItsMoneyOrHasEnded() {
        var sku = onSale(PRICE, 9);
        var waiting = ((Prepared) prepare(cartOf(5, sku), PaymentMethod.CARD, 5 * PRICE)).order();
        assertThat(await(drop(waiting, "a", sku, 2))).isEqualTo(new NotPossible("PACKED"));
        var ended = ofCash(sku, 3);
        var _ = await(cancelling.cancel(ended.id(), "BUYER"));

        assertThat(await(drop(ended, "b", sku, 2))).isEqualTo(new NotPossible("PACKED"));
    }

    @Test
    void takesOutWhatIsInNoParcelYet() {
        var one = onSale(PRICE, 9);
        var other = ids.next(8);
        products.sell(FakeProducts.Spec.of(other, PRICE, LocalDate.now(clock).plusYears(1)));
        receive(SHOWROOM, other, 9);
        var order = ((Prepared) prepare(cartOf(2, one, other), PaymentMethod.CASH_ON_DELIVERY, 4 * PRICE)).order();
        assertThat(await(shipping.pack(order.id(), new Packing("p", WAREHOUSE, Map.of()))))
                .isInstanceOf(Moved.class);

        assertThat(await(drop(order, "a", one, 1))).isEqualTo(new TooMany(one, 0));
        assertThat(done(drop(order, "b", other, 2)).state()).isEqualTo(RequestState.DROPPED);

        assertThat(now(order).fulfillment()).isEqualTo(FulfillmentState.PACKED);
        assertThat(level(other).available()).isEqualTo(9);
        assertThat(now(order).payable()).isEqualTo(Money.dong(order.total().amount() - 2 * PRICE));
        assertThat(await(fulfilling.handOver(order.id()))).isInstanceOf(Moved.class);
        assertThat(await(fulfilling.deliver(order.id()))).isInstanceOf(Moved.class);
        assertThat(now(order).state()).isEqualTo(OrderState.COMPLETED);
        assertStockAndLedgerAgree();
    }

    @Test
    void isReadyToBeCollectedWhenAllThatIsLeftIsPacked() {
        var one = onSale(PRICE, 9);
        var other = onSale(PRICE, 9);
        receive(SHOWROOM, one, 5);
        receive(SHOWROOM, other, 5);
        var wish = request(ids.next(20), cartOf(1, one, other), PaymentMethod.CASH_ON_DELIVERY, 2 * PRICE);
        var there = new PreparationRequest(
                wish.key(),
                wish.cartId(),
                wish.contact(),
                new Destination.At(SHOWROOM),
                wish.method(),
                wish.expectedTotal(),
                wish.confirmations(),
                wish.locale());
        var order = ((Prepared) await(preparing.prepare(there))).order();
        assertThat(await(shipping.pack(order.id(), new Packing("p", SHOWROOM, Map.of(one, 1L)))))
                .isInstanceOf(Moved.class);
        assertThat(now(order).shipments().pickup()).isNull();

        var _ = done(drop(order, "k", other, 1));

        var ready = now(order);
        assertThat(ready.fulfillment()).isEqualTo(FulfillmentState.PACKED);
        assertThat(Objects.requireNonNull(ready.shipments().pickup()).used()).isNull();
        assertThat(ready.timeline().getLast().what()).isEqualTo(What.READY_FOR_PICKUP);
        assertThat(CollectingOrder.due(ready)).isEqualTo(Money.dong(PRICE));
    }

    @Test
    void takesNoUnitOutTwiceHoweverManyAskAtOnce() {
        var sku = onSale(PRICE, 9);
        var order = paid(sku, 5);

        var outcomes = await(
                Flux.range(0, 8).flatMap(i -> drop(order, "k" + i, sku, 2), 8).collectList());

        assertThat(handling.finishDue().block(PATIENCE)).isNotNull();
        var dropped = await(requests.ofOrder(order.id())
                .filter(request -> request.state() == RequestState.DROPPED)
                .count());
        assertThat(outcomes).as("two times two of five at most").anyMatch(Done.class::isInstance);
        assertThat(dropped).isBetween(1L, 2L);
        assertThat(now(order).kept()).extracting(OrderLine::quantity).containsExactly(5 - 2 * dropped);
        assertThat(level(sku).allocated()).isEqualTo(5 - 2 * dropped);
        assertThat(level(sku).available()).isEqualTo(4 + 2 * dropped);
        assertThat(back(order)).isEqualTo(2 * dropped * PRICE);
        assertStockAndLedgerAgree();
    }

    @Test
    void eitherTakesUnitsOutOrPacksThem() {
        for (int round = 0; round < 6; round++) {
            var sku = onSale(PRICE, 9);
            var order = ofCash(sku, 5);

            var both = await(Mono.zip(drop(order, "k", sku, 2), fulfilling.pack(order.id())));

            assertThat(both.getT2()).isInstanceOf(Moved.class);
            var now = now(order);
            var packed = now.shipments().find(1).orElseThrow().units();
            assertThat(packed).isIn(3L, 5L);
            var wasDropped = both.getT1() instanceof Done(var request) && request.state() == RequestState.DROPPED;
            assertThat(wasDropped).as("%s, %d packed", both.getT1(), packed).isEqualTo(packed == 3);
            assertThat(now.fulfillment()).isEqualTo(FulfillmentState.PACKED);
            assertThat(now.payable()).isEqualTo(Money.dong(order.total().amount() - (5 - packed) * PRICE));
            assertThat(level(sku).allocated()).isEqualTo(packed);
            assertThat(level(sku).available()).isEqualTo(9 - packed);
        }
        assertStockAndLedgerAgree();
    }

    @Test
    void endsWithTheOrderThatIsCancelledAtTheSameMoment() {
        for (int round = 0; round < 6; round++) {
            var sku = onSale(PRICE, 9);
            var order = ofCash(sku, 5);

            var both = await(Mono.zip(drop(order, "k", sku, 2), cancelling.cancel(order.id(), "BUYER")));

            assertThat(both.getT2()).isInstanceOf(Moved.class);
            assertThat(now(order).state()).isEqualTo(OrderState.CANCELLED);
            assertThat(handling.finishDue().block(PATIENCE)).isNotNull();
            // What lost a race against a step of the other is done by the worker of orders.
            settling.settle(now(order)).block(PATIENCE);
            if (both.getT1() instanceof Done(var request)) {
                assertThat(now(request).state()).isIn(RequestState.DROPPED, RequestState.CANCELLED);
            } else {
                assertThat(both.getT1()).isEqualTo(new NotPossible("PACKED"));
            }
            assertThat(level(sku).allocated()).isZero();
            assertThat(level(sku).available()).isEqualTo(9);
        }
        assertStockAndLedgerAgree();
    }

    @Test
    void saysThatTheOrderEndedBeforeItsMoneyWentBack() {
        var sku = onSale(PRICE, 9);
        var order = paidWithoutBooks(sku, 5);
        var stuck = done(drop(order, "k", sku, 2));
        assertThat(stuck.state()).isEqualTo(RequestState.APPROVED);
        assertThat(stuck.trouble()).isEqualTo("NOT_PAID");
        assertThat(level(sku).available()).as("the goods are free all the same").isEqualTo(6);
        assertThat(await(cancelling.cancel(order.id(), "BUYER"))).isInstanceOf(Moved.class);

        assertThat(done(handling.tryAgain(stuck.id())).state()).isEqualTo(RequestState.CANCELLED);
        assertThat(level(sku).available()).isEqualTo(9);
    }

    @Test
    void givesNoUnitBackTwiceBesideAClerk() {
        for (int round = 0; round < 6; round++) {
            var sku = onSale(PRICE, 9);
            var order = paid(sku, 3);
            var byHand = refunding.refundByHand(
                    order,
                    "by hand",
                    List.of(new Item(sku, 2, Money.ZERO)),
                    Money.ZERO,
                    new RefundingOrder.Reason("gesture", "clerk"));

            var both = await(Mono.zip(drop(order, "k", sku, 2), byHand));

            assertThat(handling.finishDue().block(PATIENCE)).isNotNull();
            assertThat(back(order)).as("%s", both).isEqualTo(2 * PRICE);
            if (both.getT1() instanceof Done(var request) && now(request).state() != RequestState.DROPPED) {
                assertThat(now(request).trouble()).isEqualTo("REFUNDED_ALREADY");
                assertThat(done(handling.settledOtherwise(request.id(), CLERK, null))
                                .state())
                        .isEqualTo(RequestState.DROPPED);
            }
            assertThat(back(order)).isEqualTo(2 * PRICE);
        }
        assertStockAndLedgerAgree();
    }

    @Test
    void keepsAClerkFromGivingByHandWhatItBringsBack() {
        var sku = onSale(PRICE, 9);
        var order = paidWithoutBooks(sku, 5);
        var stuck = done(drop(order, "k", sku, 2));
        collect(order);

        assertThat(await(refunding.refundByHand(
                        order,
                        "by hand",
                        List.of(new Item(sku, 4, Money.ZERO)),
                        Money.ZERO,
                        new RefundingOrder.Reason("gesture", "clerk"))))
                .isEqualTo(new RefundByHand.AskedFor(sku, 3, List.of(stuck.number())));
        assertThat(done(handling.tryAgain(stuck.id())).state()).isEqualTo(RequestState.DROPPED);
        assertThat(back(order)).isEqualTo(2 * PRICE);
    }

    @Test
    void letsNobodyDecideWhatIsBeingCarriedOut() {
        var sku = onSale(PRICE, 9);
        var stuck = done(drop(paidWithoutBooks(sku, 5), "k", sku, 2));

        assertThat(await(handling.approve(stuck.id(), CLERK))).isInstanceOf(NotNow.class);
        assertThat(await(handling.refuse(stuck.id(), CLERK))).isInstanceOf(NotNow.class);
        assertThat(await(asking.withdraw(stuck.orderId(), stuck.id()))).isInstanceOf(NotNow.class);
    }

    @Test
    void isEndedByAClerkWhoSentTheMoneyThatWasTriedTooOften() {
        var sku = onSale(PRICE, 9);
        var order = paidWithoutBooks(sku, 5);
        var stuck = failed(done(drop(order, "k", sku, 2)));
        collect(order);

        var ended = done(handling.settledOtherwise(stuck.id(), CLERK, "FT123"));

        assertThat(ended.state()).isEqualTo(RequestState.DROPPED);
        assertThat(ended.trouble()).isNull();
        assertThat(ended.steps().getLast().reference()).isEqualTo("FT123");
        assertThat(letter(ended)).contains("FT123", "cách khác").doesNotContain("đang được hoàn");
        assertThat(returns(order)).singleElement().satisfies(back -> {
            assertThat(back.id()).isEqualTo("drop:" + stuck.id());
            assertThat(back.amount()).isEqualTo(Money.dong(2 * PRICE));
            assertThat(back.state()).isEqualTo("SUCCEEDED");
            assertThat(back.number()).isEqualTo("FT123");
            assertThat(back.sentBy()).isEqualTo("clerk");
        });
        assertThat(await(settlingByHand.refundsOf(ended).collectList())).isEqualTo(returns(order));
        assertThat(await(handling.settledOtherwise(stuck.id(), CLERK, "FT9"))).isInstanceOf(NotNow.class);
        assertThat(await(handling.tryAgain(stuck.id()))).isInstanceOf(NotNow.class);
        assertThat(await(refunding.refundByHand(
                        order,
                        "all but that",
                        List.of(new Item(sku, 4, Money.ZERO)),
                        Money.dong(2 * PRICE),
                        new RefundingOrder.Reason("gesture", "clerk"))))
                .as("nobody gives back again what was sent")
                .isEqualTo(new RefundByHand.Decided(new Granted.TooMuch(sku, 3)));
    }

    @Test
    void isEndedByAClerkThoughTheBooksHaveNoMoneyForIt() {
        var sku = onSale(PRICE, 9);
        var order = paidWithoutBooks(sku, 5);
        var stuck = done(drop(order, "k", sku, 2));

        var ended = done(handling.settledOtherwise(stuck.id(), CLERK, "FT5"));

        assertThat(ended.state()).isEqualTo(RequestState.DROPPED);
        assertThat(ended.steps().getLast().reference()).isEqualTo("FT5");
        assertThat(letter(ended)).contains("FT5");
    }

    @Test
    void isNotEndedByAClerkWhileItsMoneyMayGoBackByItself() {
        var sku = onSale(PRICE, 9);
        var order = paid(sku, 5);
        var dropped = done(drop(order, "k", sku, 2));
        // As if it had died, and failed ever since, after the money was set aside.
        var before = Updates.combine(Updates.set("state", "APPROVED"), Updates.set("trouble", BuyerRequest.FAILED));
        var _ = await(Mono.from(database.getCollection("buyerRequests").updateOne(Filters.eq(dropped.id()), before)));

        assertThat(await(handling.settledOtherwise(dropped.id(), CLERK, "FT1")))
                .isEqualTo(new NotPossible("MONEY_UNDER_WAY"));
        assertThat(await(handling.settledOtherwise(dropped.id(), CLERK, null)))
                .isEqualTo(new NotPossible("MONEY_UNDER_WAY"));
        assertThat(done(handling.tryAgain(dropped.id())).state()).isEqualTo(RequestState.DROPPED);
        assertThat(returns(order))
                .singleElement()
                .satisfies(back -> assertThat(back.sentBy()).isNull());
    }

    @Test
    void isNotEndedByAClerkWhileTheOrderHasTheGoods() {
        var sku = onSale(PRICE, 9);
        var order = paid(sku, 5);
        var agreed = new BuyerRequest.Step(RequestState.APPROVED, clock.instant(), null, null);
        var draft = new BuyerRequest(
                order.id() + "-r1",
                order.id(),
                order.number() + "-1",
                BuyerRequest.Kind.DROP,
                RequestState.APPROVED,
                new BuyerRequest.Wish("k", List.of(new BuyerRequest.Line(sku, sku, 2)), "CHANGED_MIND", null, "vi"),
                Set.of(WAREHOUSE),
                List.of(agreed),
                List.of(),
                null);
        var stuck = failed(await(requests.add(draft, clock.instant())));

        assertThat(await(handling.settledOtherwise(stuck.id(), CLERK, "FT1")))
                .isEqualTo(new NotPossible("GOODS_IN_ORDER"));
        assertThat(back(order)).isZero();
        assertThat(done(handling.tryAgain(stuck.id())).state()).isEqualTo(RequestState.DROPPED);
        assertThat(back(order)).isEqualTo(2 * PRICE);
    }

    private BuyerRequest failed(BuyerRequest request) {
        return await(requests.stuck(request, BuyerRequest.FAILED));
    }

    private List<ReturningMoney.Return> returns(Order order) {
        return await(money.of(order.id())).returns();
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    void goesOnWhereItDied(boolean afterEffect, boolean leavesBeforeItGoesOn) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var sku = onSale(PRICE, 9);
            var order = paid(sku, 5);
            crashes.dieAt(step, afterEffect);
            drop(order, "k", sku, 2).then().onErrorComplete().block(PATIENCE);
            var died = crashes.restart();

            if (leavesBeforeItGoesOn && !now(order).shipments().drops().isEmpty()) {
                deliver(order);
                assertThat(level(sku).onHand()).as("step %d", step).isEqualTo(6);
                assertThat(level(sku).allocated()).as("step %d", step).isZero();
            }
            clock.move(Duration.ofMinutes(2));
            assertThat(handling.finishDue().block(PATIENCE)).isNotNull();
            if (await(requests.ofOrder(order.id()).collectList()).isEmpty()) {
                var _ = done(drop(order, "k", sku, 2));
            }

            var request = await(requests.ofOrder(order.id()).next());
            assertThat(request.state()).as("step %d", step).isEqualTo(RequestState.DROPPED);
            assertThat(level(sku).available()).as("step %d", step).isEqualTo(6);
            assertThat(now(order).kept()).extracting(OrderLine::quantity).containsExactly(3L);
            assertThat(back(order)).as("step %d", step).isEqualTo(2 * PRICE);
            assertThat(letters(request)).containsExactly("DROPPED");
            assertNothingIsLeftToDo(request);
            if (!died) {
                break;
            }
        }
        assertStockAndLedgerAgree();
    }

    @Test
    void keepsWhatAVoucherAsksForUnlessStaffCannotSendIt() {
        var lowered = onSale(PRICE, 9);
        var today = LocalDate.now(clock);
        var draft = new VoucherDraft(
                "TEST" + ids.next(8).toUpperCase(Locale.ROOT),
                new Voucher.Names("Mã thử", "A trial"),
                new Worth.Percent(1_000, Money.dong(100_000)),
                new Voucher.Limits(10L, 1, today.minusDays(2), today.plusDays(2), Money.dong(3 * PRICE)),
                new Voucher.Scope(Set.of(), Set.of(), Set.of()),
                false);
        var _ = await(keeping.make(draft, "admin@sample.test"));
        var wish = request(ids.next(20), cartOf(5, lowered), PaymentMethod.CASH_ON_DELIVERY, 5 * PRICE * 9 / 10);
        var order = ((Prepared) await(preparing.prepare(using(wish, draft.code())))).order();

        assertThat(await(drop(order, "a", lowered, 3))).isEqualTo(new NotPossible("VOUCHER"));
        assertThat(done(drop(order, "b", lowered, 2)).state()).isEqualTo(RequestState.DROPPED);
        assertThat(now(order).payable()).isEqualTo(Money.dong(order.total().amount() - 2 * PRICE * 9 / 10));
        assertThat(await(drop(order, "c", lowered, 1))).isEqualTo(new NotPossible("VOUCHER"));

        var request = done(asking.dropByStaff(order.id(), "d", List.of(new Wanted(lowered, 1)), CLERK));

        assertThat(request.state()).isEqualTo(RequestState.DROPPED);
        assertThat(now(order).payable()).isEqualTo(Money.dong(order.total().amount() - 3 * PRICE * 9 / 10));
        assertThat(now(order).totals().vouchers()).containsExactly(draft.code());
    }

    @Test
    void isNotMissingForTheProofOfStock() {
        var sku = onSale(PRICE, 9);
        var order = ofCash(sku, 5);
        var _ = done(drop(order, "k", sku, 2));
        clock.move(Duration.ofMinutes(6));

        var proof = await(proving.proveWithin(PATIENCE));

        assertThat(Flux.fromIterable(proof.discrepancies())
                        .concatWith(Flux.fromIterable(proof.healed()))
                        .filter(found -> order.id().equals(found.orderId()))
                        .collectList()
                        .block(PATIENCE))
                .isEmpty();
        assertThat(level(sku).allocated()).isEqualTo(3);
    }

    private static PreparationRequest using(PreparationRequest wish, String code) {
        return new PreparationRequest(
                wish.key(),
                wish.cartId(),
                wish.contact(),
                wish.delivery(),
                wish.method(),
                wish.expectedTotal(),
                wish.confirmations(),
                List.of(code),
                wish.locale());
    }

    private Order ofCash(String sku, long units) {
        return ((Prepared) prepare(cartOf(units, sku), PaymentMethod.CASH_ON_DELIVERY, units * PRICE)).order();
    }

    /** The books of its money are not written yet. */
    private Order paidWithoutBooks(String sku, long units) {
        var order = ((Prepared) prepare(cartOf(units, sku), PaymentMethod.CARD, units * PRICE)).order();
        finalizing.paid(order.id(), payments.pay(order.id())).block(PATIENCE);
        return now(order);
    }

    private Order paid(String sku, long units) {
        var order = paidWithoutBooks(sku, units);
        collect(order);
        return order;
    }

    private void collect(Order order) {
        money.collected(order.id(), order.number(), order.total()).block(PATIENCE);
    }

    private Mono<RequestOutcome> drop(Order order, String key, String sku, long units) {
        return asking.drop(order.id(), key, List.of(new Wanted(sku, units)), null);
    }

    private StockView level(String sku) {
        var levels = levels(sku);
        assertThat(levels).hasSize(1);
        return levels.getFirst();
    }

    private String letter(BuyerRequest request) {
        return await(Mono.from(database.getCollection("mails")
                        .find(Filters.eq("request-" + request.id() + "-" + request.state()))))
                .getString("text");
    }
}
