package vn.ocopmarket.storefront.returning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.FakeProducts;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.inventory.StoppingSale;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.payment.ReturningMoney;
import vn.ocopmarket.storefront.payment.ReturningMoney.Granted;
import vn.ocopmarket.storefront.refund.RefundByHand;
import vn.ocopmarket.storefront.refund.RefundingOrder;
import vn.ocopmarket.storefront.returning.AskingStaff.Wanted;
import vn.ocopmarket.storefront.returning.AskingStaff.Words;
import vn.ocopmarket.storefront.returning.BuyerRequests.Sieve;
import vn.ocopmarket.storefront.returning.HandlingRequests.Deed;
import vn.ocopmarket.storefront.returning.RequestOutcome.CameMeanwhile;
import vn.ocopmarket.storefront.returning.RequestOutcome.Done;
import vn.ocopmarket.storefront.returning.RequestOutcome.NotNow;
import vn.ocopmarket.storefront.returning.RequestOutcome.NotPossible;
import vn.ocopmarket.storefront.returning.RequestOutcome.TooMany;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.Reception;
import vn.ocopmarket.storefront.returning.domain.Reception.Condition;
import vn.ocopmarket.storefront.returning.domain.Reception.Part;
import vn.ocopmarket.storefront.returning.domain.RequestState;

/** From the request to the refund: who comes first wins, goods and money go back once, and a crash between is mended. */
class ReturningIT extends RequestsIT {

    private static final Deed CLERK = new Deed("clerk", "Được");

    @Autowired
    StoppingSale stopping;

    @Autowired
    FindReturnedGoods returned;

    @Autowired
    @Qualifier("requestWorker")
    PeriodicWorker worker;

    @BeforeEach
    void stop() {
        worker.stop();
    }

    @AfterEach
    void goOn() {
        worker.start();
    }

    @Test
    void bringsGoodsToTheirPlaceAndGivesBackExactlyWhatWasPaidForThem() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        var request = asked(order, sku, 2);
        assertThat(order.timeline()).isNotEmpty();
        assertThat(done(handling.approve(request.id(), CLERK)).state()).isEqualTo(RequestState.APPROVED);

        var parts = List.of(part(sku, Condition.RESELLABLE, 1), part(sku, Condition.DAMAGED, 1));
        var received = done(handling.receive(request.id(), 0, new Reception("k", SHOWROOM, parts), CLERK));

        assertThat(received.state()).isEqualTo(RequestState.REFUNDED);
        assertThat(onHand(sku)).containsEntry(SHOWROOM, 1L).containsEntry(SHOWROOM + ".damaged", 1L);
        assertThat(back(order)).isEqualTo(2 * PRICE);
        assertThat(letters(request)).containsExactlyInAnyOrder("ASKED", "APPROVED", "REFUNDED");
        assertStockAndLedgerAgree();
    }

    @Test
    void leavesWithTheBuyerWhatNeedNotBeSent() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        var request = approved(order, sku, 3);

        var received = done(handling.receive(request.id(), 0, kept(sku, "k", 2), CLERK));

        assertThat(received.state()).isEqualTo(RequestState.PARTLY_REFUNDED);
        assertThat(onHand(sku)).isEqualTo(Map.of(WAREHOUSE, 2L));
        assertThat(back(order))
                .as("of three that were asked for two were accepted")
                .isEqualTo(2 * PRICE);
    }

    @Test
    void awaitsTheRestWhenGoodsComeInSeveralParcels() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        var request = approved(order, sku, 3);

        var some = done(handling.receive(request.id(), 0, good(sku, "first", 1), CLERK));
        assertThat(some.state()).isEqualTo(RequestState.PARTLY_REFUNDED);
        assertThat(some.awaited(sku)).isEqualTo(2);
        assertThat(back(order)).isEqualTo(PRICE);
        assertThat(done(handling.receive(request.id(), 0, good(sku, "first", 1), CLERK)))
                .as("the same parcel once more")
                .isEqualTo(some);
        assertThat(await(handling.receive(request.id(), 1, good(sku, "too much", 3), CLERK)))
                .isEqualTo(new TooMany(sku, 2));
        assertThat(await(ask(order, "again", sku, 1)))
                .as("what is awaited is in no other request")
                .isEqualTo(new TooMany(sku, 0));
        assertThat(await(byHand(order, "by hand", sku, 1, PRICE)))
                .isEqualTo(new RefundByHand.AskedFor(sku, 0, List.of(request.number())));

        assertThat(done(handling.receive(request.id(), 1, good(sku, "second", 1), CLERK))
                        .state())
                .isEqualTo(RequestState.PARTLY_REFUNDED);
        var whole = done(handling.receive(
                request.id(), 2, new Reception("third", SHOWROOM, List.of(part(sku, Condition.DAMAGED, 1))), CLERK));

        assertThat(whole.state()).isEqualTo(RequestState.REFUNDED);
        assertThat(onHand(sku)).isEqualTo(Map.of(WAREHOUSE, 2L, SHOWROOM, 2L, SHOWROOM + ".damaged", 1L));
        assertThat(back(order)).isEqualTo(3 * PRICE);
        assertThat(letters(request))
                .containsExactlyInAnyOrder("ASKED", "APPROVED", "PARTLY_REFUNDED", "PARTLY_REFUNDED-2", "REFUNDED");
        assertStockAndLedgerAgree();
    }

    @Test
    void takesGoodsBackForWhoeverTheyWereOf() {
        var sku = ids.next(8);
        products.sell(FakeProducts.Spec.of(sku, PRICE, LocalDate.now(clock).plusYears(1)));
        receiveLot(sku, "L1", Ownership.CONSIGNED, 2);
        receiveLot(sku, "L2", Ownership.OWNED, 1);
        receiveLot(sku, "L1", Ownership.OWNED, 1);
        var order = delivered(sku, 4);
        var request = approved(order, sku, 4);

        var unsaid = new Reception("k", SHOWROOM, List.of(part(sku, "L1", null, 1), part(sku, "L2", null, 1)));
        assertThat(await(handling.receive(request.id(), 0, unsaid, CLERK))).isEqualTo(new NotPossible("OWNERSHIP"));
        var said = new Reception(
                "k", SHOWROOM, List.of(part(sku, "L1", Ownership.OWNED, 1), part(sku, "L2", Ownership.CONSIGNED, 1)));
        assertThat(done(handling.receive(request.id(), 0, said, CLERK)).state())
                .isEqualTo(RequestState.PARTLY_REFUNDED);
        var more = new Reception("l", SHOWROOM, List.of(part(sku, "L1", Ownership.CONSIGNED, 2)));
        assertThat(done(handling.receive(request.id(), 1, more, CLERK)).state()).isEqualTo(RequestState.REFUNDED);

        assertThat(levels(sku))
                .filteredOn(level -> level.locationId().equals(SHOWROOM))
                .extracting(StockView::lot, StockView::ownership, StockView::onHand)
                .containsExactlyInAnyOrder(
                        tuple("L1", Ownership.CONSIGNED, 2L),
                        tuple("L1", Ownership.OWNED, 1L),
                        tuple("L2", Ownership.OWNED, 1L));
        assertThat(await(returned.ownedByRefund(order.id())))
                .containsEntry("return:" + request.id(), Map.of(sku, 2L))
                .containsEntry("return:" + request.id() + ".2", Map.of(sku, 0L));
        assertThat(await(refunding.of(order.id())).back()).isEqualTo(Money.dong(4 * PRICE));
        assertStockAndLedgerAgree();
    }

    private void receiveLot(String sku, String lot, Ownership ownership, long units) {
        var lines = List.of(new Movement.Line(sku, lot, ownership, null, units));
        assertThat(await(moving.move(new Movement(
                        ids.next(20), Movement.Kind.RECEIPT, WAREHOUSE, null, lines, "test", null, clock.instant()))))
                .isInstanceOf(MovementOutcome.Moved.class);
    }

    private static Part part(String sku, String lot, @Nullable Ownership ownership, long units) {
        return new Part(sku, lot, ownership, null, Condition.RESELLABLE, units);
    }

    @Test
    void putsNothingOfACalledBackLotOnSaleAgain() {
        var sku = ids.next(8);
        products.sell(FakeProducts.Spec.of(sku, PRICE, LocalDate.now(clock).plusYears(1)));
        var lots = List.of(new Movement.Line(sku, "L1", null, 5L));
        var _ = await(moving.move(new Movement(
                ids.next(20), Movement.Kind.RECEIPT, WAREHOUSE, null, lots, "test", null, clock.instant())));
        var request = approved(delivered(sku, 3), sku, 3);
        assertThat(await(stopping.recall(sku, "L1"))).isEqualTo(1);

        var parts = List.of(
                new Part(sku, "L1", null, null, Condition.RESELLABLE, 1),
                part(sku, Condition.RESELLABLE, 1),
                new Part(sku, "L1", null, null, Condition.DAMAGED, 1));
        var received = done(handling.receive(request.id(), 0, new Reception("k", SHOWROOM, parts), CLERK));

        assertThat(received.state()).isEqualTo(RequestState.REFUNDED);
        assertThat(received.receptions().getFirst().parts())
                .extracting(Part::condition)
                .containsExactly(Condition.RECALLED, Condition.RECALLED, Condition.DAMAGED);
        assertThat(levels(sku).stream().filter(level -> level.locationId().equals(SHOWROOM)))
                .isEmpty();
        assertThat(levels(sku).stream()
                        .filter(level -> level.locationId().equals(SHOWROOM + ".recalled"))
                        .mapToLong(StockView::onHand)
                        .sum())
                .isEqualTo(2);
        assertStockAndLedgerAgree();
    }

    @Test
    void closesWhatDoesNotComeByHand() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        var request = approved(order, sku, 3);
        var _ = done(handling.receive(request.id(), 0, good(sku, "first", 1), CLERK));
        assertThat(await(handling.refuse(request.id(), CLERK))).isInstanceOf(NotNow.class);
        assertThat(await(asking.withdraw(order.id(), request.id()))).isInstanceOf(NotNow.class);

        assertThat(await(handling.settledOtherwise(request.id(), CLERK, null)))
                .as("whoever means what was stuck closes nothing")
                .isInstanceOf(NotNow.class);
        assertThat(done(handling.close(request.id(), new Deed("clerk", "Bạn giữ lại hai gói")))
                        .state())
                .isEqualTo(RequestState.REFUNDED);

        assertThat(back(order)).isEqualTo(PRICE);
        assertThat(refundLetter(request)).contains("Bạn giữ lại hai gói", "đã đóng");
        assertThat(await(handling.receive(request.id(), 0, good(sku, "late", 1), CLERK)))
                .isInstanceOf(NotNow.class);
        assertThat(await(ask(order, "again", sku, 2)))
                .as("what was kept may be asked for anew")
                .isInstanceOf(Done.class);
    }

    @Test
    void receivesNoUnitTwiceWhenParcelsAreReceivedAtOnce() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        var request = approved(order, sku, 3);

        for (int round = 0; round < 3; round++) {
            var before = round;
            var outcomes = await(Flux.range(0, 8)
                    .flatMap(
                            clerk -> handling.receive(request.id(), before, good(sku, before + "k" + clerk, 1), CLERK),
                            8)
                    .collectList());
            assertThat(outcomes)
                    .as("one parcel, whoever has it")
                    .filteredOn(Done.class::isInstance)
                    .hasSize(1);
        }

        assertThat(now(request).state()).isEqualTo(RequestState.REFUNDED);
        assertThat(now(request).receptions()).hasSize(3);
        assertThat(onHand(sku)).isEqualTo(Map.of(WAREHOUSE, 2L, SHOWROOM, 3L));
        assertThat(back(order)).isEqualTo(3 * PRICE);
        assertStockAndLedgerAgree();
    }

    /** Both have the one unit that came in front of them, and the page as it was before either wrote it down. */
    @Test
    void paysForAParcelOnceThoughASecondClerkWritesItDownAfterTheFirst() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        var request = approved(order, sku, 3);
        assertThat(done(handling.receive(request.id(), 0, good(sku, "one clerk", 1), CLERK))
                        .state())
                .isEqualTo(RequestState.PARTLY_REFUNDED);

        assertThat(await(handling.receive(request.id(), 0, good(sku, "another", 1), CLERK)))
                .isEqualTo(new CameMeanwhile(1));

        assertThat(back(order)).isEqualTo(PRICE);
        assertThat(onHand(sku)).isEqualTo(Map.of(WAREHOUSE, 2L, SHOWROOM, 1L));
        assertThat(now(request).awaited(sku)).isEqualTo(2);
    }

    @Test
    void letsNobodyWhoLookedBeforeEndWhatCameSince() {
        var sku = onSale(PRICE, 5);
        var request = approved(delivered(sku, 3), sku, 3);
        var first = done(handling.receive(request.id(), 0, good(sku, "first", 1), CLERK));
        var received = new BuyerRequest.Step(RequestState.RECEIVED, clock.instant(), "clerk", null);
        var second = await(requests.step(first, received, good(sku, "second", 1), clock.instant()));
        var _ = await(requests.find(request.id()).flatMap(handling::goOn));

        var again = new BuyerRequest.Step(RequestState.RECEIVED, clock.instant(), "clerk", null);
        assertThat(requests.step(first, again, good(sku, "other", 2), clock.instant())
                        .blockOptional(PATIENCE))
                .as("two were awaited when it was read, one is now")
                .isEmpty();
        assertThat(requests.settled(second).blockOptional(PATIENCE)).isEmpty();
        assertThat(now(request).awaited(sku)).isEqualTo(1);
    }

    @Test
    void putsNoUnitIntoTwoRequestsThatAreMadeAtOnce() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);

        var outcomes = await(Flux.range(0, 8)
                .flatMap(buyer -> ask(order, "k" + buyer, sku, 2), 8)
                .collectList());

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(TooMany.class::isInstance)).hasSize(7);
        assertThat(await(ask(order, "more", sku, 1))).isInstanceOf(Done.class);
    }

    @Test
    void isOneRequestHoweverOftenItIsSent() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);

        var ids = await(Flux.range(0, 8)
                .flatMap(_ -> ask(order, "same", sku, 1), 8)
                .map(outcome -> ((Done) outcome).request().id())
                .distinct()
                .collectList());

        assertThat(ids).hasSize(1);
    }

    @Test
    void asksOnlyWhileTheDaysLastAndForWhatCounts() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        assertThat(await(asking.askToReturn(order.id(), "a", List.of(new Wanted(sku, 4)), words("DAMAGED"))))
                .isEqualTo(new TooMany(sku, 3));
        assertThat(await(asking.askToReturn(order.id(), "b", List.of(new Wanted(sku, 1)), words("JUST_SO"))))
                .isEqualTo(new NotPossible("REASON"));
        assertThat(await(asking.askToCancel(order.id(), "c", null))).isEqualTo(new NotPossible("NOT_PACKED"));

        clock.move(Duration.ofDays(4));
        assertThat(await(asking.askToReturn(order.id(), "d", List.of(new Wanted(sku, 1)), words("CHANGED_MIND"))))
                .isEqualTo(new NotPossible("REASON"));
        assertThat(await(ask(order, "e", sku, 1))).isInstanceOf(Done.class);
        clock.move(Duration.ofDays(800));
        assertThat(await(ask(order, "f", sku, 1))).isEqualTo(new NotPossible("TOO_LATE"));
    }

    @Test
    void receivesAndRefundsOnceWhenTwoClerksPressAtOnce() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        var request = approved(order, sku, 3);

        var outcomes = await(Flux.range(0, 8)
                .flatMap(clerk -> handling.receive(request.id(), 0, good(sku, "k" + clerk, 3), CLERK), 8)
                .collectList());

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(NotNow.class::isInstance)).hasSize(7);
        assertThat(now(request).state()).isEqualTo(RequestState.REFUNDED);
        assertThat(onHand(sku)).isEqualTo(Map.of(WAREHOUSE, 2L, SHOWROOM, 3L));
        assertThat(back(order)).isEqualTo(3 * PRICE);
        assertStockAndLedgerAgree();
    }

    @Test
    void isTheSameReceptionHoweverOftenItIsSent() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        var request = approved(order, sku, 2);

        var outcomes = await(Flux.range(0, 8)
                .flatMap(_ -> handling.receive(request.id(), 0, good(sku, "same", 2), CLERK), 8)
                .collectList());

        // Who comes between the reading and the writing of the first is told that somebody was first.
        assertThat(outcomes).anyMatch(Done.class::isInstance);
        assertThat(onHand(sku)).isEqualTo(Map.of(WAREHOUSE, 2L, SHOWROOM, 2L));
        assertThat(back(order)).isEqualTo(2 * PRICE);
        assertThat(await(handling.receive(request.id(), 0, good(sku, "same", 2), CLERK)))
                .isInstanceOf(Done.class);
        assertThat(back(order)).isEqualTo(2 * PRICE);
    }

    @Test
    void letsOneOfThreeDecide() {
        for (int round = 0; round < 5; round++) {
            var sku = onSale(PRICE, 5);
            var request = asked(delivered(sku, 3), sku, 2);

            var outcomes = await(Flux.merge(handling.approve(request.id(), CLERK), handling.refuse(request.id(), CLERK))
                    .collectList());

            assertThat(outcomes.stream().filter(Done.class::isInstance).count()).isBetween(1L, 2L);
            var states =
                    now(request).steps().stream().map(BuyerRequest.Step::to).toList();
            // What was agreed to may be refused after; what was refused stays so.
            assertThat(states)
                    .isIn(
                            List.of(RequestState.ASKED, RequestState.APPROVED),
                            List.of(RequestState.ASKED, RequestState.REFUSED),
                            List.of(RequestState.ASKED, RequestState.APPROVED, RequestState.REFUSED));
        }
    }

    @Test
    void refundsWhileAClerkRefundsOtherUnits() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        var request = approved(order, sku, 2);
        var refunded = refunding.refund(
                order,
                "by hand",
                List.of(new ReturningMoney.Item(sku, 1, Money.ZERO)),
                Money.ZERO,
                new RefundingOrder.Reason("broken", "clerk"));

        var _ = await(Mono.zip(handling.receive(request.id(), 0, good(sku, "k", 2), CLERK), refunded));

        assertThat(now(request).state()).isEqualTo(RequestState.REFUNDED);
        assertThat(back(order)).isIn(2 * PRICE, 3 * PRICE);
    }

    @Test
    void saysThatTheMoneyWentBackAlready() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        var request = approved(order, sku, 2);
        var _ = await(
                refunding.refund(order, "all", List.of(), Money.ZERO, new RefundingOrder.Reason("gesture", "clerk")));

        var received = done(handling.receive(request.id(), 0, good(sku, "k", 2), CLERK));
        assertThat(received.state()).isEqualTo(RequestState.RECEIVED);
        assertThat(received.trouble()).isEqualTo("REFUNDED_ALREADY");
        assertThat(onHand(sku)).isEqualTo(Map.of(WAREHOUSE, 2L, SHOWROOM, 2L));

        assertThat(done(handling.settledOtherwise(request.id(), CLERK, null)).state())
                .isEqualTo(RequestState.REFUNDED);
        assertThat(back(order)).isEqualTo(order.total().amount());
        assertThat(onHand(sku)).isEqualTo(Map.of(WAREHOUSE, 2L, SHOWROOM, 2L));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesOnWhereItDied(boolean afterEffect) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var sku = onSale(PRICE, 5);
            var order = delivered(sku, 3);
            var request = approved(order, sku, 2);
            var parts = List.of(part(sku, Condition.RESELLABLE, 1), part(sku, Condition.PAST_DATE, 1));
            crashes.dieAt(step, afterEffect);
            handling.receive(request.id(), 0, new Reception("k", SHOWROOM, parts), CLERK)
                    .then()
                    .onErrorComplete()
                    .block(PATIENCE);
            var died = crashes.restart();

            if (now(request).state() == RequestState.APPROVED) {
                assertThat(await(handling.receive(request.id(), 0, new Reception("k", SHOWROOM, parts), CLERK)))
                        .isInstanceOf(Done.class);
            }
            clock.move(Duration.ofMinutes(2));
            assertThat(handling.finishDue().block(PATIENCE)).isNotNull();

            assertThat(now(request).state()).as("step %d", step).isEqualTo(RequestState.REFUNDED);
            assertThat(onHand(sku))
                    .as("step %d", step)
                    .isEqualTo(Map.of(WAREHOUSE, 2L, SHOWROOM, 1L, SHOWROOM + ".past-date", 1L));
            assertThat(back(order)).as("step %d", step).isEqualTo(2 * PRICE);
            assertThat(letters(request)).contains("REFUNDED");
            assertNothingIsLeftToDo(request);
            if (!died) {
                break;
            }
        }
        assertStockAndLedgerAgree();
    }

    @Test
    void cancelsAPackedOrderThatStaffCouldStop() {
        var sku = onSale(PRICE, 5);
        var order = packed(sku, 2);
        assertThat(await(asking.askToReturn(order.id(), "r", List.of(new Wanted(sku, 1)), words("DAMAGED"))))
                .isInstanceOf(NotPossible.class);
        var request = done(asking.askToCancel(order.id(), "c", "Đặt nhầm"));

        assertThat(done(handling.approve(request.id(), CLERK)).state()).isEqualTo(RequestState.CANCELLED);

        var ended = await(orders.find(order.id()));
        assertThat(ended.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(ended.fulfillment()).isEqualTo(FulfillmentState.CANCELLED);
        assertThat(ended.payment()).isEqualTo(PaymentState.ENDED);
        assertThat(levels(sku).getFirst().available()).isEqualTo(5);
        assertThat(letters(request)).containsExactlyInAnyOrder("ASKED", "CANCELLED");
        assertStockAndLedgerAgree();
    }

    @Test
    void eitherStopsTheParcelOrLetsItGo() {
        for (int round = 0; round < 5; round++) {
            var sku = onSale(PRICE, 5);
            var order = packed(sku, 2);
            var request = done(asking.askToCancel(order.id(), "c", null));

            var _ = await(Mono.zip(handling.approve(request.id(), CLERK), fulfilling.handOver(order.id())));

            var state = now(request).state();
            var left = await(orders.find(order.id())).fulfillment();
            assertThat(state == RequestState.CANCELLED)
                    .as("%s, %s", state, left)
                    .isEqualTo(left == FulfillmentState.CANCELLED);
            assertThat(state).isIn(RequestState.CANCELLED, RequestState.REFUSED);
            assertThat(levels(sku).getFirst().onHand()).isEqualTo(left == FulfillmentState.CANCELLED ? 5 : 3);
        }
        assertStockAndLedgerAgree();
    }

    /** Who was not answered presses again. */
    @Test
    void tellsWhoDecidesTheSameAgainHowItStands() {
        var sku = onSale(PRICE, 5);
        var request = asked(delivered(sku, 3), sku, 2);
        var _ = done(handling.approve(request.id(), CLERK));

        assertThat(done(handling.approve(request.id(), CLERK)).state()).isEqualTo(RequestState.APPROVED);
        assertThat(await(handling.approve(request.id(), new Deed("another", null))))
                .isInstanceOf(NotNow.class);
        assertThat(await(handling.approve(request.id(), new Deed(CLERK.by(), "And this"))))
                .isInstanceOf(NotNow.class);
        assertThat(now(request).steps()).hasSize(2);

        assertThat(done(handling.refuse(request.id(), CLERK)).state()).isEqualTo(RequestState.REFUSED);
        assertThat(await(handling.approve(request.id(), CLERK)))
                .as("decided otherwise since")
                .isInstanceOf(NotNow.class);
        assertThat(done(handling.refuse(request.id(), CLERK)).state()).isEqualTo(RequestState.REFUSED);
    }

    @Test
    void letsTheBuyerChangeHisMindUntilTheGoodsAreHere() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        var request = approved(order, sku, 3);

        assertThat(done(asking.withdraw(order.id(), request.id())).state()).isEqualTo(RequestState.WITHDRAWN);

        assertThat(await(handling.receive(request.id(), 0, good(sku, "k", 3), CLERK)))
                .isInstanceOf(NotNow.class);
        assertThat(await(ask(order, "again", sku, 3))).isInstanceOf(Done.class);
        assertThat(back(order)).isZero();
    }

    @Test
    void givesNothingByHandThatARequestBringsBack() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        var request = asked(order, sku, 2);
        var asksForIt = new RefundByHand.AskedFor(sku, 1, List.of(request.number()));

        assertThat(await(byHand(order, "two", sku, 2))).isEqualTo(asksForIt);
        assertThat(await(refunding.refundByHand(
                        order, "all", List.of(), Money.ZERO, new RefundingOrder.Reason("gesture", "clerk"))))
                .isEqualTo(asksForIt);
        assertThat(back(order)).isZero();

        for (int i = 0; i < 2; i++) {
            assertThat(await(byHand(order, "one", sku, 1)))
                    .as("tried again it is the same")
                    .isInstanceOfSatisfying(
                            RefundByHand.Decided.class,
                            decided -> assertThat(decided.granted()).isInstanceOf(Granted.Reserved.class));
        }
        assertThat(back(order)).isEqualTo(PRICE);
        assertThat(done(handling.approve(request.id(), CLERK)).state()).isEqualTo(RequestState.APPROVED);
        assertThat(done(handling.receive(request.id(), 0, good(sku, "k", 2), CLERK))
                        .state())
                .isEqualTo(RequestState.REFUNDED);
        assertThat(back(order)).isEqualTo(3 * PRICE);
    }

    private Mono<RefundByHand> byHand(Order order, String id, String sku, long units) {
        return byHand(order, id, sku, units, 0);
    }

    private Mono<RefundByHand> byHand(Order order, String id, String sku, long units, long before) {
        var wanted = List.of(new ReturningMoney.Item(sku, units, Money.ZERO));
        return refunding.refundByHand(
                order, id, wanted, Money.dong(before), new RefundingOrder.Reason("broken", "clerk"));
    }

    @Test
    void countsTheDaysFromTheLastParcel() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        var stored = database.getCollection("orders");
        var timeline = await(Mono.from(stored.find(Filters.eq(order.id())))).getList("timeline", Document.class);
        var first = new Document(timeline.getLast())
                .append("what", "DELIVERED")
                .append("at", Date.from(clock.instant().minus(Duration.ofDays(800))));
        var both = Stream.concat(Stream.of(first), timeline.stream()).toList();
        var _ = await(Mono.from(stored.updateOne(Filters.eq(order.id()), Updates.set("timeline", both))));

        assertThat(await(ask(order, "k", sku, 1))).isInstanceOf(Done.class);
    }

    @Test
    void letsNobodyStopACancellationThatIsCarriedOut() {
        var order = packed(onSale(PRICE, 5), 2);
        var request = done(asking.askToCancel(order.id(), "c", null));
        var agreed = new BuyerRequest.Step(RequestState.APPROVED, clock.instant(), "clerk", null);
        var _ = await(requests.step(request, agreed, null, clock.instant()));

        assertThat(await(asking.withdraw(order.id(), request.id()))).isInstanceOf(NotNow.class);
        assertThat(await(handling.refuse(request.id(), CLERK))).isInstanceOf(NotNow.class);

        assertThat(handling.finishDue().block(PATIENCE)).isNotNull();
        assertThat(now(request).state()).isEqualTo(RequestState.CANCELLED);
    }

    @Test
    void standsInNobodysWayWhenItFailsAndIsTriedAgainWhenSomebodyAsks() {
        var sku = onSale(PRICE, 5);
        var request = approved(delivered(sku, 3), sku, 2);
        // Received, but nobody knows what: whatever follows fails.
        var broken = Updates.combine(Updates.set("state", "RECEIVED"), Updates.set("due", Date.from(clock.instant())));
        var _ = await(Mono.from(database.getCollection("buyerRequests").updateOne(Filters.eq(request.id()), broken)));

        assertThat(handling.finishDue().block(PATIENCE)).isNotNull();
        assertThat(isDue(request, Duration.ofSeconds(29))).isFalse();
        assertThat(isDue(request, Duration.ofSeconds(30))).isTrue();
        for (int i = 0; i < 19; i++) {
            assertThat(now(request).trouble()).isNull();
            clock.move(Duration.ofHours(1));
            assertThat(handling.finishDue().block(PATIENCE)).isNotNull();
        }
        assertThat(now(request).trouble()).isEqualTo("FAILED");
        assertThat(isDue(request, Duration.ofDays(2))).isFalse();

        assertThat(await(handling.tryAgain(request.id()))).isInstanceOf(Done.class);
        assertThat(isDue(request, Duration.ofMinutes(1))).isTrue();
        assertThat(await(handling.settledOtherwise(request.id(), CLERK, null)))
                .as("it goes on by itself again")
                .isInstanceOf(NotNow.class);
        assertThat(await(handling.tryAgain(request.id()))).isInstanceOf(NotNow.class);
        var closed = Updates.combine(Updates.set("state", "REFUSED"), Updates.unset("due"));
        var _ = await(Mono.from(database.getCollection("buyerRequests").updateOne(Filters.eq(request.id()), closed)));
    }

    private boolean isDue(BuyerRequest request, Duration later) {
        return await(requests.due(clock.instant().plus(later), 1_000)
                .any(due -> due.request().id().equals(request.id())));
    }

    @Test
    void findsEveryOpenRequestOfAPlaceTheOldestFirst() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        var mine = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            mine.add(asked(order, sku, 1).id());
            clock.move(Duration.ofSeconds(1));
        }
        var _ = done(asking.withdraw(order.id(), mine.get(1)));

        var seen = new ArrayList<String>();
        var page = page(null);
        while (!page.isEmpty()) {
            seen.addAll(page);
            page = page(page.getLast());
        }
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(mine.getFirst(), mine.getLast());
        assertThat(seen).doesNotContain(mine.get(1));
        assertThat(await(requests.page(new Sieve(null, Set.of("elsewhere")), null, 2)
                        .collectList()))
                .isEmpty();
    }

    @Test
    void fillsAPageWithRequestsOfWhichAllGoodsAreFromThere() {
        var place = "place-" + ids.next(8);
        var _ = await(requests.add(from(Set.of(place, "elsewhere")), clock.instant()));
        clock.move(Duration.ofSeconds(1));
        var theirs = await(requests.add(from(Set.of(place)), clock.instant()));

        assertThat(await(requests.page(new Sieve(null, Set.of(place, "another")), null, 1)
                        .map(BuyerRequest::id)
                        .collectList()))
                .as("the first is older, and half of its goods came from elsewhere")
                .containsExactly(theirs.id());
        assertThat(await(requests.page(new Sieve(null, Set.of(place, "elsewhere")), null, 9)
                        .collectList()))
                .hasSize(2);
    }

    private BuyerRequest from(Set<String> locations) {
        var order = ids.next(20);
        return new BuyerRequest(
                order + "-r1",
                order,
                order + "-1",
                BuyerRequest.Kind.CANCEL,
                RequestState.ASKED,
                new BuyerRequest.Wish("k", List.of(), "CHANGED_MIND", null, "vi"),
                locations,
                List.of(new BuyerRequest.Step(RequestState.ASKED, clock.instant(), null, null)),
                List.of(),
                null);
    }

    private List<String> page(@Nullable String after) {
        return await(requests.page(new Sieve(null, Set.of(WAREHOUSE)), after, 2)
                .map(BuyerRequest::id)
                .collectList());
    }

    @Test
    void mailsWhatIsSaidWhenTheGoodsComeOrAreSettled() {
        var sku = onSale(PRICE, 5);
        var order = delivered(sku, 3);
        var first = approved(order, sku, 1);
        var _ = done(handling.receive(first.id(), 0, good(sku, "k", 1), new Deed("clerk", "Cảm ơn bạn")));
        assertThat(refundLetter(first)).contains("Cảm ơn bạn", "đang hoàn tiền");

        var second = approved(order, sku, 2);
        var before = Money.dong(PRICE);
        var _ = await(refunding.refund(
                order,
                "all",
                List.of(new ReturningMoney.Item(sku, 2, Money.ZERO)),
                before,
                new RefundingOrder.Reason("gesture", "clerk")));
        assertThat(done(handling.receive(second.id(), 0, good(sku, "l", 2), CLERK))
                        .trouble())
                .isEqualTo("REFUNDED_ALREADY");
        var _ = done(handling.settledOtherwise(second.id(), new Deed("clerk", "Đã trả tiền mặt"), null));
        assertThat(refundLetter(second))
                .contains("Đã trả tiền mặt", "cách khác")
                .doesNotContain("đang hoàn tiền");
    }

    private String refundLetter(BuyerRequest request) {
        return await(Mono.from(
                        database.getCollection("mails").find(Filters.eq("request-" + request.id() + "-REFUNDED"))))
                .getString("text");
    }

    private Order packed(String sku, long units) {
        var order = ((Prepared) prepare(cartOf(units, sku), PaymentMethod.CASH_ON_DELIVERY, units * PRICE)).order();
        assertThat(await(fulfilling.pack(order.id()))).isInstanceOf(OrderOutcome.Moved.class);
        return order;
    }

    private Order delivered(String sku, long units) {
        var order = packed(sku, units);
        handOver(order);
        return now(order);
    }

    private Mono<RequestOutcome> ask(Order order, String key, String sku, long units) {
        return asking.askToReturn(order.id(), key, List.of(new Wanted(sku, units)), words("DAMAGED"));
    }

    private BuyerRequest asked(Order order, String sku, long units) {
        return done(ask(order, ids.next(20), sku, units));
    }

    private BuyerRequest approved(Order order, String sku, long units) {
        return done(handling.approve(asked(order, sku, units).id(), CLERK));
    }

    private static Words words(String reason) {
        return new Words(reason, null);
    }

    private static Reception good(String sku, String key, long units) {
        return new Reception(key, SHOWROOM, List.of(part(sku, Condition.RESELLABLE, units)));
    }

    private static Reception kept(String sku, String key, long units) {
        return new Reception(key, SHOWROOM, List.of(part(sku, Condition.KEPT, units)));
    }

    private static Part part(String sku, Condition condition, long units) {
        return new Part(sku, null, null, null, condition, units);
    }

    private Map<String, Long> onHand(String sku) {
        return levels(sku).stream()
                .filter(level -> level.onHand() > 0)
                .collect(Collectors.toMap(level -> level.locationId(), level -> level.onHand()));
    }
}
