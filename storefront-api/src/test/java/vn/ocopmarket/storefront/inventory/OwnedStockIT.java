package vn.ocopmarket.storefront.inventory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Held;
import vn.ocopmarket.storefront.inventory.Movement.Kind;
import vn.ocopmarket.storefront.inventory.Movement.Reason;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.inventory.MovementOutcome.NotEnough;

/** Goods on consignment and goods the market bought, side by side: no unit ever changes its owner. */
class OwnedStockIT extends CommerceIT {

    private static final String LOT = "L1";
    private static final LocalDate NEVER_PAST = LocalDate.of(2199, 1, 1);

    @Autowired
    HoldingStock holding;

    @Autowired
    StoppingSale stopping;

    @Test
    void takesWhatEndsFirstAndOfTwoThatEndAlikeTheProducers() {
        var sku = ids.next(8);
        arrives(WAREHOUSE, sku, "late", Ownership.OWNED, 90, 5);
        arrives(WAREHOUSE, sku, "later", Ownership.CONSIGNED, 91, 5);
        arrives(WAREHOUSE, sku, "a", Ownership.OWNED, 30, 5);
        arrives(WAREHOUSE, sku, "b", Ownership.CONSIGNED, 30, 5);

        var takes = ((Held) await(holding.allocate("f" + sku, List.of(new StockLine(sku, 17)), WAREHOUSE, List.of())))
                .takes();

        assertThat(takes)
                .extracting(Take::lot, Take::ownership, Take::quantity)
                .containsExactly(
                        tuple("b", Ownership.CONSIGNED, 5L),
                        tuple("a", Ownership.OWNED, 5L),
                        tuple("late", Ownership.OWNED, 5L),
                        tuple("later", Ownership.CONSIGNED, 2L));
        assertStockAndLedgerAgree();
    }

    @Test
    void sellsEveryUnitOfBothOnceHoweverManyAsk() {
        var sku = ids.next(8);
        arrives(WAREHOUSE, sku, LOT, Ownership.OWNED, 30, 20);
        arrives(WAREHOUSE, sku, LOT, Ownership.CONSIGNED, 30, 20);

        var sold = await(Flux.range(0, 60)
                .flatMap(
                        _ -> moving.move(movement(Kind.SALE, WAREHOUSE, null, line(sku, null, Ownership.CONSIGNED, 1))),
                        24)
                .ofType(Moved.class)
                .flatMapIterable(Moved::takes)
                .collectList());

        assertThat(sold.stream()
                        .collect(Collectors.groupingBy(Take::ownership, Collectors.summingLong(Take::quantity))))
                .containsEntry(Ownership.OWNED, 20L)
                .containsEntry(Ownership.CONSIGNED, 20L);
        assertThat(levels(sku)).hasSize(2).allMatch(level -> level.onHand() == 0);
        assertStockAndLedgerAgree();
        eventually(() -> assertThat(ledger(sku))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "CONSIGNED RECEIPT", 20L, "CONSIGNED SALE", -20L, "OWNED RECEIPT", 20L, "OWNED SALE", -20L)));
    }

    @Test
    void staysWhoseItIsWhereverItGoes() {
        var sku = ids.next(8);
        arrives(WAREHOUSE, sku, LOT, Ownership.OWNED, 30, 10);
        arrives(WAREHOUSE, sku, LOT, Ownership.CONSIGNED, 30, 4);

        done(movement(Kind.TRANSFER, WAREHOUSE, SHOWROOM, line(sku, null, Ownership.CONSIGNED, 6)));
        done(movement(Kind.RELOCATION, SHOWROOM, SetAside.DAMAGED.at(SHOWROOM), line(sku, LOT, Ownership.OWNED, 1)));
        done(correction(SetAside.DAMAGED.at(SHOWROOM), line(sku, LOT, Ownership.OWNED, 2), Reason.FOUND));
        done(correction(WAREHOUSE, line(sku, LOT, Ownership.OWNED, -3), Reason.LOST));
        done(movement(Kind.COUNT, SHOWROOM, null, line(sku, LOT, Ownership.CONSIGNED, 3)));
        done(movement(Kind.COUNT_DIFFERENCE, SHOWROOM, null, line(sku, LOT, Ownership.OWNED, 4)));
        done(movement(Kind.RETURN, WAREHOUSE, null, line(sku, LOT, Ownership.OWNED, 2)));

        assertThat(levels(sku))
                .extracting(StockView::locationId, StockView::ownership, StockView::onHand)
                .containsExactlyInAnyOrder(
                        tuple(WAREHOUSE, Ownership.CONSIGNED, 0L),
                        tuple(WAREHOUSE, Ownership.OWNED, 7L),
                        tuple(SHOWROOM, Ownership.CONSIGNED, 3L),
                        tuple(SHOWROOM, Ownership.OWNED, 5L),
                        tuple(SetAside.DAMAGED.at(SHOWROOM), Ownership.OWNED, 3L));
        assertStockAndLedgerAgree();
    }

    @Test
    void doesNotTakeOneForTheOther() {
        var sku = ids.next(8);
        arrives(WAREHOUSE, sku, LOT, Ownership.OWNED, 30, 10);
        var ofProducer = line(sku, LOT, Ownership.CONSIGNED, 1);

        assertThat(await(moving.move(movement(Kind.RELOCATION, WAREHOUSE, SetAside.DAMAGED.at(WAREHOUSE), ofProducer))))
                .isInstanceOf(NotEnough.class);
        assertThat(await(moving.move(correction(WAREHOUSE, line(sku, LOT, Ownership.CONSIGNED, -1), Reason.LOST))))
                .isInstanceOf(NotEnough.class);
        assertThat(levels(sku)).singleElement().satisfies(level -> {
            assertThat(level.ownership()).isEqualTo(Ownership.OWNED);
            assertThat(level.onHand()).isEqualTo(10);
        });
    }

    /** One movement may bring both. */
    @Test
    void receivesALotOfBothAtOnce() {
        var sku = ids.next(8);
        var movement = movement(
                Kind.RECEIPT,
                WAREHOUSE,
                null,
                line(sku, LOT, Ownership.OWNED, 3),
                line(sku, LOT, Ownership.CONSIGNED, 2),
                line(sku, LOT, Ownership.OWNED, 1));
        done(movement);
        done(movement);

        assertThat(levels(sku))
                .extracting(StockView::ownership, StockView::onHand)
                .containsExactlyInAnyOrder(tuple(Ownership.OWNED, 4L), tuple(Ownership.CONSIGNED, 2L));
    }

    @Test
    void isCalledBackWhoseverItIs() {
        var sku = ids.next(8);
        arrives(WAREHOUSE, sku, LOT, Ownership.CONSIGNED, 30, 2);
        assertThat(await(stopping.recall(sku, LOT))).isEqualTo(1);

        arrives(SHOWROOM, sku, LOT, Ownership.OWNED, 30, 3);

        assertThat(levels(sku)).hasSize(2).allMatch(StockView::recalled);
        assertThat(await(stock.online(List.of(sku))).get(sku)).isEqualTo(new Supply(0, 5));
    }

    /** Random movements of one SKU, held against sums by place, lot and owner. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithPlainSumsWhateverHappens(long seed) {
        var random = new Random(seed);
        var sku = ids.next(8);
        var sums = new HashMap<String, Long>();
        for (int step = 0; step < 120; step++) {
            var movement = anything(random, sku);
            switch (await(moving.move(movement))) {
                case Moved moved -> add(sums, movement, moved.takes());
                case NotEnough _ ->
                    assertThat(isTooMuch(sums, movement)).as("%s", movement).isTrue();
                case MovementOutcome.MovementRefused refused -> throw new AssertionError(refused);
            }
            assertThat(levels(sku).stream()
                            .filter(level -> level.onHand() != 0)
                            .collect(Collectors.toMap(StockView::levelId, StockView::onHand)))
                    .as("seed %d step %d: %s", seed, step, movement)
                    .isEqualTo(sums.entrySet().stream()
                            .filter(sum -> sum.getValue() != 0)
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        }
        assertStockAndLedgerAgree();
    }

    private Movement anything(Random random, String sku) {
        var kind = Kind.values()[random.nextInt(Kind.values().length)];
        var place = random.nextBoolean() ? WAREHOUSE : SHOWROOM;
        var other = place.equals(WAREHOUSE) ? SHOWROOM : WAREHOUSE;
        var ownership = random.nextBoolean() ? Ownership.OWNED : Ownership.CONSIGNED;
        var lot = random.nextBoolean() ? LOT : null;
        var units = 1 + random.nextInt(6);
        var signed = random.nextBoolean() ? units : -units;
        return switch (kind) {
            case RECEIPT, RETURN -> movement(kind, place, null, line(sku, lot, ownership, 2L * units));
            case SALE -> movement(kind, place, null, line(sku, null, Ownership.CONSIGNED, units));
            case TRANSFER -> movement(kind, place, other, line(sku, null, Ownership.CONSIGNED, units));
            case RELOCATION -> movement(kind, place, SetAside.DAMAGED.at(place), line(sku, lot, ownership, units));
            case ADJUSTMENT -> correction(place, line(sku, lot, ownership, signed), Reason.CORRECTION);
            case COUNT -> movement(kind, place, null, line(sku, lot, ownership, units));
            case COUNT_DIFFERENCE -> movement(kind, place, null, line(sku, lot, ownership, signed));
        };
    }

    private static void add(Map<String, Long> sums, Movement movement, List<Take> takes) {
        var line = movement.lines().getFirst();
        var there = key(movement.locationId(), line.sku(), line.lot(), line.ownership());
        switch (movement.kind()) {
            case RECEIPT, RETURN, ADJUSTMENT, COUNT_DIFFERENCE -> sums.merge(there, line.quantity(), Long::sum);
            case COUNT -> sums.put(there, line.quantity());
            case SALE -> takes.forEach(take -> sums.merge(take.levelId(), -take.quantity(), Long::sum));
            case TRANSFER, RELOCATION -> {
                assertThat(takes.stream().mapToLong(Take::quantity).sum()).isEqualTo(line.quantity());
                for (var take : takes) {
                    var to = key(requireNonNull(movement.toLocationId()), take.sku(), take.lot(), take.ownership());
                    sums.merge(take.levelId(), -take.quantity(), Long::sum);
                    sums.merge(to, take.quantity(), Long::sum);
                }
            }
        }
    }

    private static boolean isTooMuch(Map<String, Long> sums, Movement movement) {
        var line = movement.lines().getFirst();
        var there = key(movement.locationId(), line.sku(), line.lot(), line.ownership());
        return switch (movement.kind()) {
            case SALE, TRANSFER ->
                sums.entrySet().stream()
                                .filter(sum -> sum.getKey().startsWith(movement.locationId() + "|"))
                                .mapToLong(Map.Entry::getValue)
                                .sum()
                        < line.quantity();
            case RELOCATION -> sums.getOrDefault(there, 0L) < line.quantity();
            case ADJUSTMENT, COUNT_DIFFERENCE -> sums.getOrDefault(there, 0L) < -line.quantity();
            case RECEIPT, RETURN, COUNT -> false;
        };
    }

    /** As stored, written here by hand. */
    private static String key(String place, String sku, @Nullable String lot, Ownership ownership) {
        var key = place + "|" + sku + "|" + (lot == null ? "" : lot);
        return ownership == Ownership.OWNED ? key + "|OWNED" : key;
    }

    private Map<String, Long> ledger(String sku) {
        return await(stock.ledger(sku, null, null, 200).collectList()).stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.ownership() + " " + entry.type(),
                        Collectors.summingLong(LedgerEntry::quantity)));
    }

    private void arrives(String place, String sku, String lot, Ownership ownership, long days, long units) {
        done(movement(
                Kind.RECEIPT, place, null, new Movement.Line(sku, lot, ownership, NEVER_PAST.plusDays(days), units)));
    }

    private void done(Movement movement) {
        assertThat(await(moving.move(movement))).isInstanceOf(Moved.class);
    }

    private static Movement.Line line(String sku, @Nullable String lot, Ownership ownership, long units) {
        return new Movement.Line(sku, lot, ownership, null, units);
    }

    private Movement movement(Kind kind, String place, @Nullable String to, Movement.Line... lines) {
        return new Movement(ids.next(20), kind, place, to, List.of(lines), "test", null, clock.instant());
    }

    private Movement correction(String place, Movement.Line line, Reason reason) {
        return new Movement(
                ids.next(20), Kind.ADJUSTMENT, place, null, List.of(line), "test", null, clock.instant(), reason);
    }
}
