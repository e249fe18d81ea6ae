package vn.ocopmarket.storefront.stockproof;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.fulfillment.FulfillingOrder;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome;
import vn.ocopmarket.storefront.inventory.StockLine;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.order.FulfillmentState;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.orderend.CancellingOrder;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.returning.AskingStaff;
import vn.ocopmarket.storefront.returning.HandlingRequests;
import vn.ocopmarket.storefront.returning.RequestOutcome;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.Reception;
import vn.ocopmarket.storefront.stockproof.StockProof.Discrepancy;

/** Promises and orders are brought to disagree, as a fault might, and the proof finds it. */
class StockProofIT extends CommerceIT {

    private static final Duration SETTLED = Duration.ofMinutes(6);

    @Autowired
    ProvingStock proving;

    @Autowired
    Proofs proofs;

    @Autowired
    NightlyProof nightly;

    @Autowired
    HoldingStock holding;

    @Autowired
    CancellingOrder cancelling;

    @Autowired
    FulfillingOrder fulfilling;

    @Autowired
    AskingStaff asking;

    @Autowired
    HandlingRequests handling;

    @Autowired
    MeterRegistry meters;

    @Test
    void findsNothingWrongWithOrdersInAnyState() {
        var sku = onSale(10_000, 20);
        var confirmed = cashOrder(sku);
        var cancelled = cashOrder(sku);
        var gone = cashOrder(sku);
        var waiting = order(sku, PaymentMethod.CARD);
        var _ = await(cancelling.cancel(cancelled.id(), "changed"));
        var _ = await(fulfilling.pack(gone.id()));
        var _ = await(fulfilling.handOver(gone.id()));

        var proof = proveSettled();

        assertThat(about(proof.discrepancies(), confirmed, cancelled, gone, waiting))
                .isEmpty();
        assertThat(about(proof.healed(), confirmed, cancelled, gone, waiting)).isEmpty();
        assertThat(proof.promises()).isPositive();
    }

    @Test
    void takesBackWhatACancelledOrderStillHas() {
        var sku = onSale(10_000, 5);
        var order = cashOrder(sku);
        var _ = await(
                orders.change(order.id(), OrderChange.from(OrderState.CONFIRMED).to(OrderState.CANCELLED)));

        var proof = proveSettled();

        assertThat(about(proof.healed(), order))
                .extracting(Discrepancy::sku, Discrepancy::expected, Discrepancy::found)
                .containsExactly(tuple(sku, 0L, 2L));
        assertThat(about(proof.discrepancies(), order)).isEmpty();
        assertThat(levels(sku).getFirst().available()).isEqualTo(5);
    }

    @Test
    void givesAConfirmedOrderItsGoodsAgainWhileThereAreSome() {
        var sku = onSale(10_000, 5);
        var order = cashOrder(sku);
        holding.release(order.id(), List.of(sku)).block(PATIENCE);

        var proof = proveSettled();

        assertThat(about(proof.healed(), order)).hasSize(1);
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(2);
    }

    /** What comes back of it later goes to its owner, since the order says whose it is. */
    @Test
    void letsTheOrderSayWhichGoodsItHasNow() {
        var sku = onSale(10_000, 2);
        var order = cashOrder(sku);
        holding.release(order.id(), List.of(sku)).block(PATIENCE);
        var quicker = cashOrder(sku);
        var owned = arrives(sku, "L2", Ownership.OWNED, 5);

        var proof = proveSettled();

        assertThat(about(proof.healed(), order)).hasSize(1);
        assertThat(about(proof.discrepancies(), order)).isEmpty();
        assertThat(takes(order)).containsExactly(tuple(owned, 2L));
        assertThat(takes(quicker)).doesNotContain(tuple(owned, 2L));
        var _ = await(fulfilling.pack(order.id()));
        var _ = await(fulfilling.handOver(order.id()));
        var _ = await(fulfilling.deliver(order.id()));
        assertThat(levels(sku))
                .filteredOn(level -> level.levelId().equals(owned))
                .singleElement()
                .satisfies(level -> assertThat(level.onHand()).isEqualTo(3));
        assertThat(returned(order, sku)).isEqualTo(Ownership.OWNED);
        assertStockAndLedgerAgree();
    }

    @Test
    void givesAnOrderTheGoodsItHadBeforeOthers() {
        var sku = onSale(10_000, 2);
        var order = cashOrder(sku);
        var before = takes(order);
        holding.release(order.id(), List.of(sku)).block(PATIENCE);
        // What ends first would be taken first.
        var _ = arrives(sku, "soon", Ownership.CONSIGNED, 5);

        assertThat(about(proveSettled().healed(), order)).hasSize(1);

        assertThat(takes(order)).isEqualTo(before);
        assertThat(levels(sku))
                .filteredOn(level -> level.allocated() > 0)
                .extracting(StockView::levelId)
                .containsExactly(order.preparation().takes().getFirst().levelId());
    }

    /** As after a death between stock and order. */
    @Test
    void findsAnOrderThatSaysItsGoodsAreElsewhere() {
        var sku = onSale(10_000, 2);
        var order = cashOrder(sku);
        holding.release(order.id(), List.of(sku)).block(PATIENCE);
        var quicker = cashOrder(sku);
        var owned = arrives(sku, "L2", Ownership.OWNED, 5);
        var _ = await(holding.allocate(order.id(), List.of(new StockLine(sku, 2)), null, List.of()));

        var proof = proveSettled();

        assertThat(about(proof.healed(), order, quicker))
                .extracting(Discrepancy::orderId, Discrepancy::rule)
                .containsExactly(tuple(order.id(), "allocated where the order says"));
        assertThat(takes(order)).containsExactly(tuple(owned, 2L));
        assertThat(about(proveSettled().healed(), order)).isEmpty();
    }

    /** Nobody but who looks into the parcel knows what is in it. */
    @Test
    void leavesToAPersonWhatIsPackedAlready() {
        var sku = onSale(10_000, 2);
        var order = cashOrder(sku);
        var _ = await(fulfilling.pack(order.id()));
        holding.release(order.id(), List.of(sku)).block(PATIENCE);
        var _ = cashOrder(sku);
        var _ = arrives(sku, "L2", Ownership.OWNED, 5);
        var before = takes(order);

        assertThat(about(proveSettled().discrepancies(), order))
                .extracting(Discrepancy::rule, Discrepancy::expected, Discrepancy::found)
                .containsExactly(tuple("allocated where the order says", 2L, 0L));

        assertThat(takes(order)).isEqualTo(before);
    }

    private String arrives(String sku, String lot, Ownership ownership, long units) {
        var line = new Movement.Line(
                sku, lot, ownership, LocalDate.now(clock).plusDays(ownership.isOwned() ? 90 : 30), units);
        var movement = new Movement(
                ids.next(20), Movement.Kind.RECEIPT, WAREHOUSE, null, List.of(line), "test", null, clock.instant());
        assertThat(await(moving.move(movement))).isInstanceOf(MovementOutcome.Moved.class);
        return WAREHOUSE + "|" + sku + "|" + lot + (ownership.isOwned() ? "|OWNED" : "");
    }

    private List<Tuple> takes(Order order) {
        return await(orders.find(order.id())).preparation().takes().stream()
                .map(take -> tuple(take.levelId(), take.quantity()))
                .toList();
    }

    /** Whose a unit is when it comes back. */
    private Ownership returned(Order order, String sku) {
        var wanted = List.of(new AskingStaff.Wanted(sku, 1));
        var request =
                done(asking.askToReturn(order.id(), ids.next(20), wanted, new AskingStaff.Words("DAMAGED", null)));
        var clerk = new HandlingRequests.Deed("clerk", "Được");
        var _ = done(handling.approve(request.id(), clerk));
        var part = new Reception.Part(sku, null, null, null, Reception.Condition.RESELLABLE, 1);
        var received = done(handling.receive(request.id(), 0, new Reception("k", SHOWROOM, List.of(part)), clerk));
        return requireNonNull(
                received.receptions().getFirst().parts().getFirst().ownership());
    }

    private BuyerRequest done(Mono<RequestOutcome> outcome) {
        return ((RequestOutcome.Done) await(outcome)).request();
    }

    @Test
    void tellsOfAConfirmedOrderWhoseGoodsAreGone() {
        var sku = onSale(10_000, 2);
        var order = cashOrder(sku);
        holding.release(order.id(), List.of(sku)).block(PATIENCE);
        var other = cashOrder(sku);

        var proof = proveSettled();

        assertThat(about(proof.discrepancies(), order, other))
                .extracting(Discrepancy::orderId, Discrepancy::expected, Discrepancy::found)
                .containsExactly(tuple(order.id(), 2L, 0L));
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(2);
    }

    @Test
    void lowersStockOfGoodsThatLeft() {
        var sku = onSale(10_000, 5);
        var order = cashOrder(sku);
        var _ = await(fulfilling.pack(order.id()));
        var left = OrderChange.from(OrderState.CONFIRMED)
                .fulfillment(Set.of(FulfillmentState.PACKED), FulfillmentState.HANDED_OVER);
        var _ = await(orders.change(order.id(), left));

        var proof = proveSettled();

        assertThat(about(proof.healed(), order)).hasSize(1);
        assertThat(levels(sku).getFirst().onHand()).isEqualTo(3);
        assertThat(levels(sku).getFirst().allocated()).isZero();
        assertStockAndLedgerAgree();
    }

    @Test
    void tellsOfGoodsThatAreKeptForNobody() {
        var sku = onSale(10_000, 5);
        var _ = await(holding.allocate("nobody-" + sku, List.of(new StockLine(sku, 1)), null, List.of()));

        assertThat(proveSettled().discrepancies())
                .filteredOn(found -> ("nobody-" + sku).equals(found.orderId()))
                .extracting(Discrepancy::rule, Discrepancy::found)
                .containsExactly(tuple("allocated to an order", 1L));
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatMayStillBeOnItsWay() {
        var sku = onSale(10_000, 5);
        var order = cashOrder(sku);
        holding.release(order.id(), List.of(sku)).block(PATIENCE);

        var proof = await(proving.prove());

        assertThat(about(proof.healed(), order)).isEmpty();
        assertThat(about(proof.discrepancies(), order)).isEmpty();
        assertThat(levels(sku).getFirst().allocated()).isZero();
    }

    @Test
    void mendsNothingWhileOrdersComeAndGo() {
        var sku = onSale(10_000, 30);

        var made = Flux.range(0, 12)
                .flatMap(
                        i -> Mono.fromCallable(() -> cartOf(2, sku))
                                .subscribeOn(Schedulers.boundedElastic())
                                .flatMap(cart -> preparing.prepare(
                                        request(ids.next(20), cart, PaymentMethod.CASH_ON_DELIVERY, 20_000)))
                                .cast(Prepared.class)
                                .flatMap(prepared -> i % 2 == 0
                                        ? cancelling
                                                .cancel(prepared.order().id(), "changed")
                                                .thenReturn(prepared)
                                        : Mono.just(prepared)),
                        4)
                .map(Prepared::order)
                .collectList();
        var proven = await(
                Mono.zip(made, Flux.range(0, 3).concatMap(_ -> proving.prove()).collectList()));

        var ordered = proven.getT1().toArray(Order[]::new);
        assertThat(proven.getT2()).allSatisfy(proof -> {
            assertThat(about(proof.discrepancies(), ordered)).isEmpty();
            assertThat(about(proof.healed(), ordered)).isEmpty();
        });
        assertThat(levels(sku).getFirst().allocated()).isEqualTo(12);
    }

    @Test
    void provesOnceANightAndAgainAfterADeadInstance() {
        waitUntil(LocalTime.of(1, 0));
        assertThat(proving.proveTonight().blockOptional(PATIENCE)).isEmpty();
        waitUntil(LocalTime.of(2, 30));
        var night = LocalDateTime.now(clock).toLocalDate();

        var dead = await(proofs.lease(night, clock.instant(), clock.instant().plus(Duration.ofMinutes(15))));
        assertThat(dead).isTrue();
        assertThat(proving.proveTonight().blockOptional(PATIENCE)).isEmpty();

        clock.move(Duration.ofMinutes(16));
        assertThat(await(Flux.range(0, 4).flatMap(_ -> proving.proveTonight()).collectList()))
                .hasSize(1);
        clock.move(Duration.ofMinutes(16));
        assertThat(proving.proveTonight().blockOptional(PATIENCE)).isEmpty();

        nightly.look().block(PATIENCE);
        assertThat(meters.get("stock.proof.age.seconds").gauge().value()).isBetween(900.0, 1100.0);
        assertThat(meters.get("stock.proof.discrepancies").gauge().value()).isNotNegative();
    }

    private void waitUntil(LocalTime time) {
        var now = LocalDateTime.now(clock);
        var there = now.toLocalDate().atTime(time);
        clock.move(Duration.between(now, there.isAfter(now) ? there : there.plusDays(1)));
    }

    private StockProof proveSettled() {
        clock.move(SETTLED);
        return await(proving.prove());
    }

    private Order cashOrder(String sku) {
        return order(sku, PaymentMethod.CASH_ON_DELIVERY);
    }

    private Order order(String sku, PaymentMethod method) {
        return ((Prepared) prepare(cartOf(2, sku), method, 20_000)).order();
    }

    private static List<Discrepancy> about(List<Discrepancy> found, Order... orders) {
        var wanted = List.of(orders).stream().map(Order::id).toList();
        return found.stream().filter(each -> wanted.contains(each.orderId())).toList();
    }
}
