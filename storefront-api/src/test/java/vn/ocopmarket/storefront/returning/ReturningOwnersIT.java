package vn.ocopmarket.storefront.returning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ocopmarket.contract.stock.Ownership.CONSIGNED;
import static vn.ocopmarket.contract.stock.Ownership.OWNED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.checkout.PreparationOutcome.Prepared;
import vn.ocopmarket.storefront.commerce.FakeProducts;
import vn.ocopmarket.storefront.inventory.CalledBackLots;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.payment.PaymentMethod;
import vn.ocopmarket.storefront.returning.AskingStaff.Wanted;
import vn.ocopmarket.storefront.returning.AskingStaff.Words;
import vn.ocopmarket.storefront.returning.HandlingRequests.Deed;
import vn.ocopmarket.storefront.returning.RequestOutcome.Done;
import vn.ocopmarket.storefront.returning.RequestOutcome.TooManyOf;
import vn.ocopmarket.storefront.returning.domain.Announced;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.Reception;
import vn.ocopmarket.storefront.returning.domain.Reception.Condition;
import vn.ocopmarket.storefront.returning.domain.Reception.Part;

/** Of a line of three units, two of its producer's and one the market's own, no owner gets back more than left. */
class ReturningOwnersIT extends RequestsIT {

    private static final String LOT = "L1";
    private static final Deed CLERK = new Deed("clerk", "Được");

    @Autowired
    AnnouncedReceptions announced;

    @Autowired
    CalledBackLots calledBack;

    @Autowired
    Consequences consequences;

    @Autowired
    Locations locations;

    @Autowired
    SettlingByHand settling;

    @Autowired
    FindReturnedGoods returned;

    private String sku = "";
    private Order order;

    @BeforeEach
    void deliver() {
        sku = ids.next(8);
        products.sell(FakeProducts.Spec.of(sku, PRICE, LocalDate.now(clock).plusYears(1)));
        arrives(CONSIGNED, 2);
        arrives(OWNED, 1);
        var prepared = (Prepared) prepare(cartOf(3, sku), PaymentMethod.CASH_ON_DELIVERY, 3 * PRICE);
        deliver(prepared.order());
        order = now(prepared.order());
    }

    @Test
    void takesBackNoMoreOfOneOwnerThanLeft() {
        var request = approved(3);

        assertThat(await(receive(request, 0, "a", OWNED, 2))).isEqualTo(new TooManyOf(sku, OWNED, 1));
        assertThat(await(receive(request, 0, "b", CONSIGNED, 3))).isEqualTo(new TooManyOf(sku, CONSIGNED, 2));
        assertThat(await(receive(request, 0, "c", OWNED, 1))).isInstanceOf(Done.class);
        assertThat(await(receive(request, 1, "d", OWNED, 1)))
                .as("it came with the parcel before")
                .isEqualTo(new TooManyOf(sku, OWNED, 0));
        assertThat(await(receive(request, 1, "e", null, 2)))
                .as("whose the rest is nobody need say")
                .isInstanceOf(Done.class);

        assertShelved(2, 1);
        assertThat(await(returned.ownedByRefund(order.id())))
                .containsEntry("return:" + request.id(), Map.of(sku, 1L))
                .containsEntry("return:" + request.id() + ".2", Map.of(sku, 0L));
        assertStockAndLedgerAgree();
    }

    @Test
    void countsWhatCameWithOtherRequests() {
        var first = approved(1);
        var second = approved(2);
        assertThat(await(receive(first, 0, "a", OWNED, 1))).isInstanceOf(Done.class);

        assertThat(await(receive(second, 0, "b", OWNED, 1))).isEqualTo(new TooManyOf(sku, OWNED, 0));
        assertThat(await(receive(second, 0, "c", null, 2))).isInstanceOf(Done.class);

        assertShelved(2, 1);
    }

    @Test
    void takesTheLastUnitOfAnOwnerBackOnceThoughAllWhoReceiveItSawItMissing() {
        var all = List.of(approved(1), approved(1), approved(1));
        var owners = new JudgingOwners(requests, new AllReadFirst(announced, all.size()));
        var together = new HandlingRequests(
                requests, consequences, locations, new JudgingLots(calledBack, owners, orders), settling, clock);

        var outcomes = await(Flux.fromIterable(all)
                .flatMap(request -> together.receive(request.id(), 0, reception("k", OWNED, 1), CLERK))
                .collectList());

        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(outcomes).filteredOn(TooManyOf.class::isInstance).hasSize(2);
        assertShelved(0, 1);
    }

    /** Nobody who read what is announced goes on before as many as there are have read it. */
    private static final class AllReadFirst implements AnnouncedReceptions {

        private final AnnouncedReceptions kept;
        private final AtomicInteger missing;
        private final Sinks.Empty<Void> allRead = Sinks.empty();

        AllReadFirst(AnnouncedReceptions kept, int readers) {
            this.kept = kept;
            this.missing = new AtomicInteger(readers);
        }

        @Override
        public Flux<Announced> ofOrder(String orderId) {
            return kept.ofOrder(orderId).collectList().flatMapMany(read -> {
                if (missing.decrementAndGet() == 0) {
                    allRead.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
                }
                return allRead.asMono().thenMany(Flux.fromIterable(read));
            });
        }

        @Override
        public Mono<Boolean> add(String orderId, int number, Announced one) {
            return kept.add(orderId, number, one);
        }
    }

    /** Whoever received died before it was written down. */
    @Test
    void countsWhatIsAnnouncedUntilItIsDecidedOtherwise() {
        var died = approved(1);
        var other = approved(1);
        var announcement = new Announced(died.id(), 0, reception("died", OWNED, 1));
        assertThat(await(announced.add(order.id(), 1, announcement))).isTrue();
        assertThat(await(announced.add(order.id(), 1, announcement))).isFalse();

        assertThat(await(receive(other, 0, "a", OWNED, 1))).isEqualTo(new TooManyOf(sku, OWNED, 0));
        assertThat(await(receive(died, 0, "another look", CONSIGNED, 1))).isInstanceOf(Done.class);
        assertThat(await(receive(other, 0, "a", OWNED, 1))).isInstanceOf(Done.class);

        assertShelved(1, 1);
    }

    private Mono<RequestOutcome> receive(
            BuyerRequest request, int before, String key, @Nullable Ownership ownership, long units) {
        return handling.receive(request.id(), before, reception(key, ownership, units), CLERK);
    }

    private Reception reception(String key, @Nullable Ownership ownership, long units) {
        return new Reception(key, SHOWROOM, List.of(new Part(sku, LOT, ownership, null, Condition.RESELLABLE, units)));
    }

    private void assertShelved(long consigned, long owned) {
        assertThat(levels(sku))
                .filteredOn(level -> level.locationId().equals(SHOWROOM) && level.onHand() > 0)
                .extracting(StockView::ownership, StockView::onHand)
                .containsExactlyInAnyOrderElementsOf(List.of(tuple(CONSIGNED, consigned), tuple(OWNED, owned)).stream()
                        .filter(each -> !each.toList().contains(0L))
                        .toList());
        assertThat(back(order)).isEqualTo((consigned + owned) * PRICE);
    }

    private BuyerRequest approved(long units) {
        var asked = done(asking.askToReturn(
                order.id(), ids.next(20), List.of(new Wanted(sku, units)), new Words("DAMAGED", null)));
        return done(handling.approve(asked.id(), CLERK));
    }

    private void arrives(Ownership ownership, long units) {
        var lines = List.of(new Movement.Line(sku, LOT, ownership, null, units));
        assertThat(await(moving.move(new Movement(
                        ids.next(20), Movement.Kind.RECEIPT, WAREHOUSE, null, lines, "test", null, clock.instant()))))
                .isInstanceOf(MovementOutcome.Moved.class);
    }
}
