package vn.ocopmarket.storefront.transfer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Held;
import vn.ocopmarket.storefront.inventory.HoldOutcome.HoldRefused;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.inventory.LedgerEntry;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.inventory.MovementOutcome.UnknownLocation;
import vn.ocopmarket.storefront.inventory.SetAside;
import vn.ocopmarket.storefront.inventory.StockLine;
import vn.ocopmarket.storefront.inventory.StockView;
import vn.ocopmarket.storefront.inventory.StoppingSale;
import vn.ocopmarket.storefront.inventory.Supply;
import vn.ocopmarket.storefront.transfer.TransferOutcome.CountedOthers;
import vn.ocopmarket.storefront.transfer.TransferOutcome.Done;
import vn.ocopmarket.storefront.transfer.TransferOutcome.NotMoved;
import vn.ocopmarket.storefront.transfer.TransferOutcome.NotOnTheWay;
import vn.ocopmarket.storefront.transfer.TransferOutcome.Unexplained;
import vn.ocopmarket.storefront.transfer.domain.Reception;
import vn.ocopmarket.storefront.transfer.domain.Reception.Counted;
import vn.ocopmarket.storefront.transfer.domain.Transfer;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Asked;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Deed;

/** Goods travel, whole and not, at once and through crashes, and every unit is somewhere at every moment. */
class TransferIT extends CommerceIT {

    private static final String ON_THE_WAY = SetAside.IN_TRANSIT.at(SHOWROOM);
    private static final String BROKEN = SetAside.DAMAGED.at(SHOWROOM);
    private static final int MORE_STEPS_THAN_THERE_ARE = 60;

    @Autowired
    TransferringGoods transferring;

    @Autowired
    Transfers transfers;

    @Autowired
    HoldingStock holding;

    @Autowired
    StoppingSale stopping;

    @Test
    void sendsTheLotsThatEndFirstAndSellsThemNowhereOnTheWay() {
        var sku = onSale(10_000, 4);
        receiveLot(sku, "late", LocalDate.now(clock).plusDays(300), 5);
        receiveLot(sku, "early", LocalDate.now(clock).plusDays(30), 5);

        var sent = done(send(transfer(sku, 7)));

        assertThat(sent.state()).isEqualTo(Transfer.State.ON_THE_WAY);
        assertThat(sent.parcels())
                .extracting(Transfer.Parcel::lot, Transfer.Parcel::quantity)
                .containsExactlyInAnyOrder(tuple("early", 5L), tuple("late", 2L));
        assertThat(onHand(sku, ON_THE_WAY)).isEqualTo(7);
        assertThat(levels(sku)).filteredOn(at(ON_THE_WAY)).allMatch(level -> level.available() == 0);
        assertThat(await(stock.online(List.of(sku)))).containsEntry(sku, new Supply(7, 0));
        var eight = holding.hold(
                "eight" + sku,
                List.of(new StockLine(sku, 8)),
                null,
                clock.instant().plusSeconds(600));
        assertThat(await(eight)).isInstanceOf(HoldRefused.class);
        assertStockAndLedgerAgree();

        var received = done(receive(sent, all(sent)));

        assertThat(received.state()).isEqualTo(Transfer.State.RECEIVED);
        assertThat(onHand(sku, ON_THE_WAY)).isZero();
        assertThat(levels(sku))
                .filteredOn(at(SHOWROOM))
                .extracting(StockView::lot, StockView::available, StockView::bestBefore)
                .containsExactlyInAnyOrder(
                        tuple("early", 5L, LocalDate.now(clock).plusDays(30)),
                        tuple("late", 2L, LocalDate.now(clock).plusDays(300)));
        assertStockAndLedgerAgree();
    }

    @Test
    void booksWhatIsMissingTooMuchAndBroken() {
        var sku = onSale(10_000, 10);
        var other = onSale(10_000, 10);
        var sent = done(send(new Transfer(
                ids.next(20),
                WAREHOUSE,
                SHOWROOM,
                Transfer.State.SENDING,
                List.of(new Asked(sku, 10), new Asked(other, 4)),
                List.of(),
                deed(),
                null)));

        var received = done(receive(
                sent,
                reception(new Counted(sku, null, null, 6, 2, "LOST"), new Counted(other, null, null, 5, 1, null))));

        assertThat(received.state()).isEqualTo(Transfer.State.RECEIVED);
        assertThat(onHand(sku, SHOWROOM)).isEqualTo(6);
        assertThat(onHand(sku, BROKEN)).isEqualTo(2);
        assertThat(onHand(other, SHOWROOM)).isEqualTo(5);
        assertThat(onHand(other, BROKEN)).isEqualTo(1);
        assertThat(onHand(sku, ON_THE_WAY) + onHand(other, ON_THE_WAY)).isZero();
        assertThat(levels(sku)).filteredOn(at(BROKEN)).allMatch(level -> level.available() == 0);
        assertStockAndLedgerAgree();
        eventuallyInLedger(sku, tuple(LedgerEntry.Type.ADJUSTMENT, -2L, Movement.Reason.LOST));
        eventuallyInLedger(other, tuple(LedgerEntry.Type.ADJUSTMENT, 2L, Movement.Reason.OVER_DELIVERY));
    }

    @Test
    void receivesNothingThatDoesNotAddUp() {
        var sku = onSale(10_000, 10);
        var sent = done(send(transfer(sku, 3)));

        assertThat(receive(sent, reception(new Counted(sku, null, null, 2, 0, null))))
                .isInstanceOf(Unexplained.class);
        assertThat(receive(sent, reception(new Counted("other", null, null, 3, 0, null))))
                .isInstanceOf(CountedOthers.class);
        assertThat(receive(sent, reception())).isInstanceOf(CountedOthers.class);
        var twice = reception(new Counted(sku, null, null, 3, 0, null), new Counted(sku, null, null, 3, 0, null));
        assertThat(receive(sent, twice)).isInstanceOf(CountedOthers.class);

        assertThat(onHand(sku, ON_THE_WAY)).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNotThereAndTakesNothing() {
        var sku = onSale(10_000, 2);
        var asked = transfer(sku, 3);

        assertThat(send(asked)).isInstanceOf(NotMoved.class);
        assertThat(send(asked)).isInstanceOf(NotMoved.class);

        assertThat(onHand(sku, WAREHOUSE)).isEqualTo(2);
        assertThat(onHand(sku, ON_THE_WAY)).isZero();
        assertThat(await(holding.hold(
                        "two" + sku,
                        List.of(new StockLine(sku, 2)),
                        null,
                        clock.instant().plusSeconds(600))))
                .isInstanceOf(Held.class);
    }

    @Test
    void believesTheFirstWhoReceives() {
        for (int round = 0; round < 10; round++) {
            var sku = onSale(10_000, 10);
            var sent = done(send(transfer(sku, 8)));
            var whole = reception(new Counted(sku, null, null, 8, 0, null));
            var less = reception(new Counted(sku, null, null, 5, 1, "THEFT"));

            var outcomes = await(Flux.just(whole, less, whole, less)
                    .flatMap(reception -> transferring.receive(sent.id(), reception))
                    .collectList());

            assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(2);
            assertThat(outcomes.stream().filter(NotOnTheWay.class::isInstance)).hasSize(2);
            assertThat(onHand(sku, SHOWROOM)).isIn(8L, 5L);
            assertThat(onHand(sku, BROKEN)).isEqualTo(onHand(sku, SHOWROOM) == 8 ? 0 : 1);
            assertThat(onHand(sku, ON_THE_WAY)).isZero();
        }
        assertStockAndLedgerAgree();
    }

    @Test
    void losesNothingBetweenManySendersAndBuyers() {
        var sku = onSale(10_000, 60);

        var outcomes = await(Flux.range(0, 60)
                .flatMap(
                        i -> i % 2 == 0
                                ? transferring.send(transfer(sku, 3)).cast(Object.class)
                                : moving.move(sale(sku)).cast(Object.class),
                        16)
                .collectList());

        var sent = 3 * outcomes.stream().filter(Done.class::isInstance).count();
        var sold = outcomes.stream().filter(Moved.class::isInstance).count();
        assertThat(onHand(sku, ON_THE_WAY)).isEqualTo(sent);
        assertThat(onHand(sku, WAREHOUSE)).isEqualTo(60 - sent - sold).isLessThan(3);
        assertStockAndLedgerAgree();
    }

    @ParameterizedTest
    @EnumSource
    void knowsNoPlaceBesideALocation(SetAside apart) {
        var sku = onSale(10_000, 4);
        var place = apart.at(WAREHOUSE);
        assertThat(move(Movement.Kind.TRANSFER, WAREHOUSE, place, sku, 2)).isInstanceOf(Moved.class);

        assertThat(send(between(place, SHOWROOM, sku))).isEqualTo(new NotMoved(new UnknownLocation(place)));
        assertThat(send(between(WAREHOUSE, place, sku))).isEqualTo(new NotMoved(new UnknownLocation(place)));

        assertThat(onHand(sku, WAREHOUSE)).isEqualTo(2);
        assertThat(onHand(sku, place)).isEqualTo(2);
    }

    @Test
    void finishesTheOthersWhenOneAlwaysFails() {
        var sku = onSale(10_000, 4);
        var failing = transfer(sku, 1);
        assertThat(transfers.add(failing).block(PATIENCE)).isNotNull();
        clock.move(Duration.ofSeconds(1));
        var younger = transfer(sku, 2);
        assertThat(transfers.add(younger).block(PATIENCE)).isNotNull();
        clock.move(Duration.ofMinutes(1));
        var broken = (Transfers) Proxy.newProxyInstance(
                Transfers.class.getClassLoader(),
                new Class<?>[] {Transfers.class},
                (_, method, arguments) -> method.getName().equals("sent") && arguments[0].equals(failing.id())
                        ? Mono.error(new IllegalStateException("It always fails"))
                        : method.invoke(transfers, arguments));

        var _ = await(new TransferringGoods(broken, moving).finishSince(clock.instant()));

        assertThat(await(transfers.find(younger.id())).state()).isEqualTo(Transfer.State.ON_THE_WAY);
        assertThat(await(transfers.find(failing.id())).state()).isEqualTo(Transfer.State.SENDING);
        var _ = await(transferring.finishSince(clock.instant().minusSeconds(40)));
        assertThat(await(transfers.find(failing.id())).state()).isEqualTo(Transfer.State.ON_THE_WAY);
    }

    @Test
    void receivesALotThatWasCalledBackOnItsWay() {
        var sku = onSale(10_000, 1);
        receiveLot(sku, "bad", LocalDate.now(clock).plusDays(30), 5);
        var sent = done(send(transfer(sku, 5)));
        var _ = await(stopping.recall(sku, "bad"));

        assertThat(done(receive(sent, all(sent))).state()).isEqualTo(Transfer.State.RECEIVED);

        assertThat(onHand(sku, SHOWROOM)).isEqualTo(5);
        assertThat(levels(sku)).filteredOn(at(SHOWROOM)).allMatch(StockView::recalled);
        assertStockAndLedgerAgree();
    }

    @Test
    void bringsEachOwnersGoodsAsTheirOwn() {
        var sku = onSale(10_000, 1);
        receiveLot(sku, "both", Ownership.CONSIGNED, LocalDate.now(clock).plusDays(30), 4);
        receiveLot(sku, "both", Ownership.OWNED, LocalDate.now(clock).plusDays(30), 6);

        var sent = done(send(transfer(sku, 9)));

        assertThat(sent.parcels())
                .extracting(Transfer.Parcel::ownership, Transfer.Parcel::quantity)
                .containsExactly(tuple(Ownership.CONSIGNED, 4L), tuple(Ownership.OWNED, 5L));
        assertThat(receive(sent, reception(new Counted(sku, "both", null, 9, 0, null))))
                .isInstanceOf(CountedOthers.class);
        var counted = reception(
                new Counted(sku, "both", Ownership.OWNED, 2, 1, "LOST"),
                new Counted(sku, "both", Ownership.CONSIGNED, 5, 0, null));
        assertThat(done(receive(sent, counted)).state()).isEqualTo(Transfer.State.RECEIVED);
        assertThat(requireNonNull(done(receive(sent, counted)).reception()).counted())
                .isEqualTo(counted.counted());

        assertThat(levels(sku))
                .filteredOn(level -> level.lot() != null)
                .extracting(StockView::locationId, StockView::ownership, StockView::onHand)
                .containsExactlyInAnyOrder(
                        tuple(WAREHOUSE, Ownership.CONSIGNED, 0L),
                        tuple(WAREHOUSE, Ownership.OWNED, 1L),
                        tuple(ON_THE_WAY, Ownership.CONSIGNED, 0L),
                        tuple(ON_THE_WAY, Ownership.OWNED, 0L),
                        tuple(SHOWROOM, Ownership.CONSIGNED, 5L),
                        tuple(SHOWROOM, Ownership.OWNED, 2L),
                        tuple(BROKEN, Ownership.OWNED, 1L));
        assertStockAndLedgerAgree();
    }

    @ParameterizedTest
    @CsvSource({"false,false", "false,true", "true,false", "true,true"})
    void goesOnWhereItDied(boolean afterEffect, boolean byTheWorker) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var sku = onSale(10_000, 3);
            receiveLot(sku, "dated", Ownership.OWNED, LocalDate.now(clock).plusDays(30), 4);
            var asked = transfer(sku, 6);
            var died = dies(step, afterEffect, transferring.send(asked));
            var sent = again(byTheWorker, asked.id(), transferring.send(asked));
            if (sent == null) {
                // Not even written down: nothing happened.
                assertThat(onHand(sku, WAREHOUSE)).as("step %d", step).isEqualTo(7);
                continue;
            }
            assertThat(sent.state()).as("step %d", step).isEqualTo(Transfer.State.ON_THE_WAY);
            assertThat(onHand(sku, ON_THE_WAY)).as("step %d", step).isEqualTo(6);

            var reception =
                    reception(new Counted(sku, "dated", null, 2, 1, "LOST"), new Counted(sku, null, null, 3, 0, null));
            died |= dies(step, afterEffect, transferring.receive(sent.id(), reception));
            var received = again(byTheWorker, sent.id(), transferring.receive(sent.id(), reception));
            if (received == null || received.state() == Transfer.State.ON_THE_WAY) {
                assertThat(onHand(sku, ON_THE_WAY)).as("step %d", step).isEqualTo(6);
                received = done(receive(sent, reception));
            }
            assertThat(received.state()).as("step %d", step).isEqualTo(Transfer.State.RECEIVED);
            assertThat(onHand(sku, SHOWROOM)).as("step %d", step).isEqualTo(5);
            assertThat(onHand(sku, BROKEN)).as("step %d", step).isEqualTo(1);
            assertThat(onHand(sku, ON_THE_WAY)).as("step %d", step).isZero();
            assertThat(onHand(sku, WAREHOUSE)).as("step %d", step).isEqualTo(1);
            assertThat(levels(sku))
                    .as("step %d", step)
                    .allMatch(level -> level.ownership().isOwned() == (level.lot() != null));
            if (!died) {
                assertThat(step).isGreaterThan(8);
                break;
            }
        }
        assertStockAndLedgerAgree();
    }

    private boolean dies(int step, boolean afterEffect, Mono<?> work) {
        crashes.dieAt(step, afterEffect);
        work.then().onErrorComplete().block(PATIENCE);
        return crashes.restart();
    }

    /** Null when nothing was written down. */
    private @Nullable Transfer again(boolean byTheWorker, String id, Mono<TransferOutcome> work) {
        if (!byTheWorker) {
            return done(await(work));
        }
        clock.move(Duration.ofMinutes(1));
        assertThat(transferring.finishSince(clock.instant().minusSeconds(40)).block(PATIENCE))
                .isNotNull();
        return transfers.find(id).block(PATIENCE);
    }

    private TransferOutcome send(Transfer transfer) {
        return await(transferring.send(transfer));
    }

    private TransferOutcome receive(Transfer sent, Reception reception) {
        return await(transferring.receive(sent.id(), reception));
    }

    private static Transfer done(TransferOutcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).transfer();
    }

    private Transfer between(String from, String to, String sku) {
        var asked = List.of(new Asked(sku, 1));
        return new Transfer(ids.next(20), from, to, Transfer.State.SENDING, asked, List.of(), deed(), null);
    }

    private Transfer transfer(String sku, long quantity) {
        var asked = List.of(new Asked(sku, quantity));
        return new Transfer(ids.next(20), WAREHOUSE, SHOWROOM, Transfer.State.SENDING, asked, List.of(), deed(), null);
    }

    private Reception reception(Counted... counted) {
        return new Reception(ids.next(20), deed(), List.of(counted));
    }

    private Reception all(Transfer sent) {
        return reception(sent.parcels().stream()
                .map(parcel -> new Counted(parcel.sku(), parcel.lot(), parcel.ownership(), parcel.quantity(), 0, null))
                .toArray(Counted[]::new));
    }

    private Deed deed() {
        return new Deed("clerk", clock.instant(), null);
    }

    private Movement sale(String sku) {
        var lines = List.of(new Movement.Line(sku, null, null, 1));
        return new Movement(ids.next(20), Movement.Kind.SALE, WAREHOUSE, null, lines, "test", null, clock.instant());
    }

    private void receiveLot(String sku, String lot, LocalDate bestBefore, long quantity) {
        receiveLot(sku, lot, Ownership.CONSIGNED, bestBefore, quantity);
    }

    private void receiveLot(String sku, String lot, Ownership ownership, LocalDate bestBefore, long quantity) {
        var lines = List.of(new Movement.Line(sku, lot, ownership, bestBefore, quantity));
        assertThat(await(moving.move(new Movement(
                        ids.next(20), Movement.Kind.RECEIPT, WAREHOUSE, null, lines, "test", null, clock.instant()))))
                .isInstanceOf(Moved.class);
    }

    private long onHand(String sku, String place) {
        return levels(sku).stream()
                .filter(at(place))
                .mapToLong(StockView::onHand)
                .sum();
    }

    private static Predicate<StockView> at(String place) {
        return level -> level.locationId().equals(place);
    }

    private void eventuallyInLedger(String sku, Tuple entry) {
        var found = Flux.defer(() -> stock.ledger(sku, null, null, 100))
                .map(each -> tuple(each.type(), each.quantity(), each.reason()))
                .collectList()
                .repeatWhen(again -> again.delayElements(Duration.ofMillis(100)))
                .filter(entries -> entries.contains(entry))
                .next();
        assertThat(found.block(PATIENCE)).contains(entry);
    }
}
