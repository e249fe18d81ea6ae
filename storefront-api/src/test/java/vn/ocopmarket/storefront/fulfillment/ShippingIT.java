package vn.ocopmarket.storefront.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.commerce.FakeProducts;
import vn.ocopmarket.storefront.fulfillment.OrderDesk.Pile;
import vn.ocopmarket.storefront.fulfillment.ParcelSteps.Decision;
import vn.ocopmarket.storefront.fulfillment.ParcelSteps.Step;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.inventory.HoldingStock.Leaving;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.order.OrderOutcome.MoveRefused;
import vn.ocopmarket.storefront.order.OrderOutcome.Moved;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.PaymentState;
import vn.ocopmarket.storefront.order.PickupTicket;
import vn.ocopmarket.storefront.order.Shipment;
import vn.ocopmarket.storefront.order.Shipment.Carriage;
import vn.ocopmarket.storefront.order.ShipmentState;
import vn.ocopmarket.storefront.order.TimelineEntry.What;
import vn.ocopmarket.storefront.orderend.CancellingOrder;
import vn.ocopmarket.storefront.orderend.SettlingOrder;
import vn.ocopmarket.storefront.payment.PaymentMethod;

/** Orders that go in several parcels. */
class ShippingIT extends CommerceIT {

    private static final int MORE_STEPS_THAN_THERE_ARE = 30;
    private static final int MORE_THAN_A_LEVEL_REMEMBERS = 101;

    @Autowired
    ShippingOrder shipping;

    @Autowired
    FulfillingOrder fulfilling;

    @Autowired
    CancellingOrder cancelling;

    @Autowired
    SettlingOrder settling;

    @Autowired
    HoldingStock holding;

    @Autowired
    Locations locations;

    @Autowired
    DroppingUnits dropping;

    @Autowired
    OrderDesk desk;

    /** Whoever packs looked at the order before units were taken out of it, and writes after that. */
    @Test
    void packsNothingThatWasTakenOutMeanwhile() {
        var sku = onSale(10_000, 9);
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY, 5, sku);
        var ticket = PickupTicket.of("K7M2P9QX", clock.instant(), clock.instant());
        var seen = (Decision.Go) new ParcelSteps(order, clock.instant()).pack(Packing.ofTheRest(), ticket);
        assertThat(await(dropping.drop(order.id(), "d", Map.of(sku, 2L)))).isInstanceOf(Moved.class);

        assertThat(orders.change(order.id(), seen.change()).blockOptional(PATIENCE))
                .isEmpty();

        assertThat(await(fulfilling.pack(order.id()))).isInstanceOf(Moved.class);
        assertThat(now(order).shipments().find(1).orElseThrow().units()).isEqualTo(3);
        assertThat(await(dropping.drop(order.id(), "e", Map.of(sku, 1L)))).isInstanceOf(MoveRefused.class);
    }

    @Test
    void goesInAParcelOfItsOwnForEachProducerWhoShips() {
        var an = "an-" + ids.next(8);
        var binh = "binh-" + ids.next(8);
        var one = atAProducer(an);
        var other = atAProducer(binh);
        var ours = onSale(10_000, 5);
        var cart = cartOf(2, one, other, ours);
        var order = ((Prepared) prepare(cart, PaymentMethod.CASH_ON_DELIVERY, 60_000)).order();

        assertThat(await(fulfilling.pack(order.id()))).isInstanceOf(OrderOutcome.Moved.class);

        assertThat(await(orders.find(order.id())).shipments().all())
                .extracting(
                        Shipment::locationId,
                        parcel -> parcel.goods().getFirst().sku(),
                        Shipment::units)
                .containsExactlyInAnyOrder(tuple(an, one, 2L), tuple(binh, other, 2L), tuple(WAREHOUSE, ours, 2L));
    }

    private String atAProducer(String id) {
        var _ = await(locations.create(new Location(id, id, Location.Kind.PRODUCER, "01", true, false)));
        var sku = ids.next(8);
        products.sell(FakeProducts.Spec.of(sku, 10_000, LocalDate.now(clock).plusYears(1)));
        receive(id, sku, 5);
        return sku;
    }

    @Test
    void makesAParcelAtEachLocation() {
        var sku = onSale(10_000, 2);
        receive(SHOWROOM, sku, 3);
        var order = ordered(PaymentMethod.CARD, 5, sku);

        var packed = moved(fulfilling.pack(order.id()));

        assertThat(packed.fulfillment()).isEqualTo(FulfillmentState.PACKED);
        assertThat(packed.shipments().all())
                .extracting(Shipment::locationId, Shipment::units)
                .containsExactlyInAnyOrder(tuple(WAREHOUSE, 2L), tuple(SHOWROOM, 3L));
        assertThat(moved(fulfilling.pack(order.id())).shipments().all()).hasSize(2);
        var _ = moved(shipping.handOver(order.id(), 1, null));
        assertThat(now(order).fulfillment()).isEqualTo(FulfillmentState.PARTIALLY_HANDED_OVER);
        assertThat(onHand(sku) + allocated(sku))
                .as("one parcel left, the other did not")
                .isIn(4L, 6L);
        var _ = moved(fulfilling.handOver(order.id()));
        assertThat(moved(fulfilling.deliver(order.id())).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(onHand(sku)).isZero();
        assertThat(allocated(sku)).isZero();
        assertStockAndLedgerAgree();
    }

    @Test
    void sendsSomeUnitsNowAndTheOthersLater() {
        var sku = onSale(10_000, 10);
        var order = ordered(PaymentMethod.CARD, 5, sku);

        var first = moved(shipping.pack(order.id(), two(sku, "first")));
        assertThat(first.fulfillment()).isEqualTo(FulfillmentState.PARTIALLY_PACKED);
        assertThat(moved(shipping.pack(order.id(), two(sku, "first")))
                        .shipments()
                        .all())
                .hasSize(1);
        var left = moved(shipping.handOver(order.id(), 1, new Carriage("GHN", "G123", "https://ghn.test/G123")));

        assertThat(left.fulfillment()).isEqualTo(FulfillmentState.PARTIALLY_HANDED_OVER);
        assertThat(onHand(sku)).isEqualTo(8);
        assertThat(allocated(sku)).isEqualTo(3);
        assertThat(await(shipping.pack(order.id(), new Packing("too much", WAREHOUSE, Map.of(sku, 4L)))))
                .isInstanceOf(MoveRefused.class);
        var rest = moved(fulfilling.pack(order.id()));
        assertThat(rest.shipments().all()).extracting(Shipment::units).containsExactly(2L, 3L);
        var _ = moved(shipping.deliver(order.id(), 1));
        assertThat(now(order).state()).isEqualTo(OrderState.CONFIRMED);
        var _ = moved(fulfilling.handOver(order.id()));
        assertThat(now(order).fulfillment()).isEqualTo(FulfillmentState.PARTIALLY_DELIVERED);
        assertThat(onHand(sku)).isEqualTo(5);
        var _ = moved(shipping.deliver(order.id(), 2));
        assertThat(now(order).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(now(order).shipments().all()).allMatch(Shipment::booked);
        assertStockAndLedgerAgree();
    }

    @Test
    void packsAgainWhatWasTakenApart() {
        var sku = onSale(10_000, 5);
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY, 2, sku);
        var _ = moved(fulfilling.pack(order.id()));

        assertThat(moved(shipping.unpack(order.id(), 1)).fulfillment()).isEqualTo(FulfillmentState.UNFULFILLED);
        assertThat(await(shipping.handOver(order.id(), 1, null))).isInstanceOf(MoveRefused.class);
        assertThat(moved(fulfilling.pack(order.id())).shipments().all())
                .extracting(Shipment::state)
                .containsExactly(ShipmentState.UNPACKED, ShipmentState.PACKED);
        assertThat(moved(fulfilling.handOver(order.id())).fulfillment()).isEqualTo(FulfillmentState.HANDED_OVER);
        assertThat(onHand(sku)).isEqualTo(3);
    }

    @Test
    void keepsEveryVainAttemptAndCountsAReportOnce() {
        var sku = onSale(10_000, 5);
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY, 2, sku);
        assertThat(await(shipping.attemptFailed(order.id(), 1, "a", "NOBODY_HOME")))
                .isInstanceOf(MoveRefused.class);
        var _ = moved(fulfilling.pack(order.id()));
        var _ = moved(fulfilling.handOver(order.id()));

        var _ = moved(shipping.attemptFailed(order.id(), 1, "a", "NOBODY_HOME"));
        var _ = moved(shipping.attemptFailed(order.id(), 1, "a", "NOBODY_HOME"));
        var twice = moved(shipping.attemptFailed(order.id(), 1, "b", "WRONG_ADDRESS"));

        assertThat(twice.shipments().all().getFirst().attempts())
                .extracting(Shipment.Attempt::reason)
                .containsExactly("NOBODY_HOME", "WRONG_ADDRESS");
        assertThat(twice.fulfillment()).isEqualTo(FulfillmentState.HANDED_OVER);
        assertThat(moved(shipping.deliver(order.id(), 1)).payment()).isEqualTo(PaymentState.PAID);
    }

    @Test
    void completesAnOrderOfWhichSomeComesBackOnlyWhenItWasPaidBefore() {
        var sku = onSale(10_000, 20);
        for (var method : List.of(PaymentMethod.CARD, PaymentMethod.CASH_ON_DELIVERY)) {
            var order = ordered(method, 5, sku);
            var _ = moved(shipping.pack(order.id(), two(sku, "first")));
            var _ = moved(fulfilling.pack(order.id()));
            var _ = moved(fulfilling.handOver(order.id()));
            var _ = moved(shipping.deliver(order.id(), 1));

            var back = await(shipping.comeBack(order.id(), 2));

            if (method == PaymentMethod.CARD) {
                assertThat(((Moved) back).order().fulfillment()).isEqualTo(FulfillmentState.PARTIALLY_RETURNED);
                assertThat(((Moved) back).order().state()).isEqualTo(OrderState.COMPLETED);
                assertThat(((Moved) back).order().payment()).isEqualTo(PaymentState.PAID);
                assertThat(await(desk.pile(Pile.CAME_BACK, null, null, 1_000)).orders())
                        .extracting(Order::id)
                        .contains(order.id());
            } else {
                assertThat(back).isInstanceOf(MoveRefused.class);
            }
        }
        assertThat(onHand(sku)).isEqualTo(10);
    }

    @Test
    void lowersStockOnceWhenManyClerksHandOverAtOnce() {
        var sku = onSale(10_000, 10);
        receive(SHOWROOM, sku, 4);
        var order = ordered(PaymentMethod.CARD, 12, sku);
        var _ = moved(fulfilling.pack(order.id()));

        var outcomes = await(Flux.range(0, 12)
                .flatMap(
                        i -> i % 3 == 0 ? fulfilling.handOver(order.id()) : shipping.handOver(order.id(), i % 3, null),
                        12)
                .collectList());

        assertThat(outcomes).hasOnlyElementsOfType(Moved.class);
        assertThat(now(order).fulfillment()).isEqualTo(FulfillmentState.HANDED_OVER);
        assertThat(onHand(sku)).isEqualTo(2);
        assertThat(allocated(sku)).isZero();
        assertStockAndLedgerAgree();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesOnWhereItDied(boolean afterEffect) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var sku = onSale(10_000, 5);
            receive(SHOWROOM, sku, 4);
            var order = ordered(PaymentMethod.CARD, 8, sku);
            crashes.dieAt(step, afterEffect);
            send(order, sku).onErrorComplete().block(PATIENCE);
            var died = crashes.restart();

            clock.move(Duration.ofMinutes(2));
            send(order, sku).block(PATIENCE);
            fulfilling.goOn(now(order)).block(PATIENCE);

            assertThat(now(order).state()).as("step %d", step).isEqualTo(OrderState.COMPLETED);
            assertThat(onHand(sku)).as("step %d", step).isEqualTo(1);
            assertThat(allocated(sku)).as("step %d", step).isZero();
            if (!died) {
                break;
            }
        }
        assertStockAndLedgerAgree();
    }

    @Test
    void takesAParcelOffOnceHoweverMuchHappenedThereSince() {
        var sku = onSale(10_000, 10);
        var order = ordered(PaymentMethod.CARD, 5, sku);
        var _ = moved(shipping.pack(order.id(), two(sku, "first")));
        var _ = moved(fulfilling.pack(order.id()));
        var first = leftUnbooked(order, 1);
        holding.ship(order.id(), order.id() + ".1", leaving(first, 1)).block(PATIENCE);
        for (int i = 0; i < MORE_THAN_A_LEVEL_REMEMBERS; i++) {
            receive(WAREHOUSE, sku, 1);
        }
        var second = leftUnbooked(order, 2);

        shipping.book(second).block(PATIENCE);

        assertThat(onHand(sku)).isEqualTo(10 + MORE_THAN_A_LEVEL_REMEMBERS - 5);
        assertThat(allocated(sku)).isZero();
        assertStockAndLedgerAgree();
    }

    @Test
    void forgetsNoParcelThatLeftWhileAnotherWasBooked() {
        var sku = onSale(10_000, 10);
        var order = ordered(PaymentMethod.CARD, 5, sku);
        var _ = moved(shipping.pack(order.id(), two(sku, "first")));
        var _ = moved(fulfilling.pack(order.id()));
        var _ = moved(shipping.handOver(order.id(), 1, null));
        var stale = now(order);
        var _ = leftUnbooked(order, 2);

        shipping.book(stale).block(PATIENCE);

        assertThat(orders.lease(clock.instant().plus(Duration.ofHours(1)), clock.instant(), 1_000)
                        .map(Order::id)
                        .collectList()
                        .block(PATIENCE))
                .contains(order.id());
    }

    @Test
    void givesNoGoodsBackThatLeftBesideTheEnd() {
        var sku = onSale(10_000, 5);
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY, 2, sku);
        var _ = moved(fulfilling.pack(order.id()));
        var left = leftUnbooked(order, 1);
        var back = new Step(
                null,
                ShipmentState.RETURNED,
                parcel -> parcel.ended(ShipmentState.RETURNED, clock.instant()),
                What.RETURNED,
                null);
        var ended = change(left, back);
        assertThat(ended.state()).isEqualTo(OrderState.CANCELLED);

        settling.settle(ended).block(PATIENCE);

        assertThat(onHand(sku)).isEqualTo(3);
        assertThat(allocated(sku)).isZero();
        assertStockAndLedgerAgree();
    }

    @Test
    void cancelsWhatIsPackedInPart() {
        var sku = onSale(10_000, 5);
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY, 5, sku);
        var _ = moved(shipping.pack(order.id(), two(sku, "first")));
        assertThat(await(cancelling.cancel(order.id(), "CHANGED_MIND"))).isInstanceOf(MoveRefused.class);

        var cancelled = moved(cancelling.cancelBeforeItLeaves(order.id(), "CHANGED_MIND"));

        assertThat(cancelled.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(now(order).shipments().all()).extracting(Shipment::state).containsExactly(ShipmentState.UNPACKED);
        assertThat(allocated(sku)).isZero();
        assertThat(onHand(sku)).isEqualTo(5);
    }

    @Test
    void endsWhatIsPaidAtTheDoorInOneWayOnly() {
        var sku = onSale(10_000, 5);
        var order = ordered(PaymentMethod.CASH_ON_DELIVERY, 5, sku);
        for (var key : List.of("first", "second")) {
            var _ = moved(shipping.pack(order.id(), two(sku, key)));
        }
        var _ = moved(fulfilling.pack(order.id()));
        var _ = moved(fulfilling.handOver(order.id()));
        var _ = moved(shipping.deliver(order.id(), 1));

        assertThat(await(shipping.comeBack(order.id(), 2)))
                .isEqualTo(new MoveRefused("HANDED_OVER", Set.of("ATTEMPT_FAILED", "DELIVERED")));
        assertThat(await(fulfilling.refuseAtDoor(order.id())))
                .isEqualTo(new MoveRefused("PARTIALLY_DELIVERED", Set.of("DELIVERED")));
        assertThat(moved(fulfilling.deliver(order.id())).state()).isEqualTo(OrderState.COMPLETED);
    }

    private Order leftUnbooked(Order order, int number) {
        var now = now(order);
        var leaves = now.shipments().leavesAt(clock.instant());
        return change(
                now,
                new Step(
                        number,
                        ShipmentState.HANDED_OVER,
                        parcel -> parcel.handedOver(null, leaves),
                        What.HANDED_OVER,
                        null));
    }

    private Order change(Order order, Step step) {
        var decision = (Decision.Go) new ParcelSteps(order, clock.instant()).take(step);
        return await(
                orders.change(order.id(), decision.change().due(clock.instant().plus(ParcelSteps.RETRY))));
    }

    private static List<Leaving> leaving(Order order, int number) {
        var parcel = order.shipments().find(number).orElseThrow();
        return order.shipments().leaving(parcel, order.preparation().takes());
    }

    private Mono<Void> send(Order order, String sku) {
        return shipping.pack(order.id(), two(sku, "first"))
                .then(shipping.handOver(order.id(), 1, null))
                .then(fulfilling.pack(order.id()))
                .then(fulfilling.handOver(order.id()))
                .then(shipping.deliver(order.id(), 1))
                .then(fulfilling.deliver(order.id()))
                .then();
    }

    private static Packing two(String sku, String key) {
        return new Packing(key, WAREHOUSE, Map.of(sku, 2L));
    }

    private Order ordered(PaymentMethod method, long quantity, String sku) {
        var order = ((Prepared) prepare(cartOf(quantity, sku), method, quantity * 10_000)).order();
        if (method == PaymentMethod.CARD) {
            finalizing.paid(order.id(), payments.pay(order.id())).block(PATIENCE);
        }
        return order;
    }

    private Order moved(Mono<OrderOutcome> outcome) {
        var came = await(outcome);
        assertThat(came).isInstanceOf(Moved.class);
        return ((Moved) came).order();
    }

    private Order now(Order order) {
        return await(orders.find(order.id()));
    }

    private long onHand(String sku) {
        return levels(sku).stream().mapToLong(StockView::onHand).sum();
    }

    private long allocated(String sku) {
        return levels(sku).stream().mapToLong(StockView::allocated).sum();
    }
}
