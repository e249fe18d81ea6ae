package vn.ocopmarket.storefront.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Held;
import vn.ocopmarket.storefront.inventory.HoldOutcome.HoldRefused;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.inventory.MovementOutcome.NotEnough;

/** Many at once for the same stock. */
class StockRaceIT extends CommerceIT {

    private static final Duration HOLD = Duration.ofMinutes(15);

    @Autowired
    HoldingStock holding;

    @Test
    void promisesTheLastUnitsOnceEach() {
        var sku = onSale(10_000, 50);

        var outcomes = await(Flux.range(0, 200)
                .flatMap(i -> hold("o" + i, new StockLine(sku, 1)), 64)
                .collectList());

        assertThat(outcomes.stream().filter(Held.class::isInstance)).hasSize(50);
        assertThat(outcomes.stream().filter(HoldRefused.class::isInstance)).hasSize(150);
        assertThat(levels(sku)).singleElement().satisfies(level -> {
            assertThat(level.onHand()).isEqualTo(50);
            assertThat(level.held()).isEqualTo(50);
            assertThat(level.available()).isZero();
        });
        assertStockAndLedgerAgree();
    }

    @Test
    void countsOneSkuInTwoLinesTogether() {
        var sku = onSale(10_000, 3);

        var outcome = await(hold("twice", new StockLine(sku, 2), new StockLine(sku, 2)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        HoldRefused.class,
                        refused ->
                                assertThat(refused.shortages()).containsExactly(new HoldOutcome.Shortage(sku, 4, 3)));
        assertThat(levels(sku))
                .singleElement()
                .satisfies(level -> assertThat(level.available()).isEqualTo(3));
    }

    @Test
    void letsOneOfTwoOppositeOrdersHaveTheLastUnits() {
        for (int round = 0; round < 20; round++) {
            var first = onSale(10_000, 1);
            var second = onSale(10_000, 1);
            var one = hold("a" + round, new StockLine(first, 1), new StockLine(second, 1));
            var other = hold("b" + round, new StockLine(second, 1), new StockLine(first, 1));

            var outcomes = await(Flux.merge(one, other).collectList());

            assertThat(outcomes.stream().filter(Held.class::isInstance)).hasSize(1);
            assertThat(levels(first).getFirst().available()).isZero();
            assertThat(levels(second).getFirst().available()).isZero();
        }
        assertStockAndLedgerAgree();
    }

    @Test
    void doesNotCountHoldsWhoseTimeRanOut() {
        var sku = onSale(10_000, 5);
        assertThat(await(hold("slow", new StockLine(sku, 5)))).isInstanceOf(Held.class);
        assertThat(await(hold("next", new StockLine(sku, 1)))).isInstanceOf(HoldRefused.class);

        clock.move(HOLD.plusSeconds(1));

        assertThat(levels(sku).getFirst().available()).isEqualTo(5);
        assertThat(await(hold("next", new StockLine(sku, 4)))).isInstanceOf(Held.class);
        assertThat(levels(sku).getFirst().available()).isEqualTo(1);
        // The slow one comes back: what is left of its hold is gone, and there is not enough to take it again.
        assertThat(await(holding.allocate("slow", List.of(new StockLine(sku, 5)), null, List.of())))
                .isInstanceOf(HoldRefused.class);
        assertStockAndLedgerAgree();
    }

    @Test
    void neverBlocksAnOrderByItsOwnHold() {
        var sku = onSale(10_000, 5);
        var line = new StockLine(sku, 5);
        assertThat(await(hold("mine", line))).isInstanceOf(Held.class);

        assertThat(await(hold("mine", line))).isInstanceOf(Held.class);
        clock.move(HOLD.plusSeconds(1));
        assertThat(await(holding.allocate("mine", List.of(line), null, List.of())))
                .isInstanceOf(Held.class);
        assertThat(await(holding.allocate("mine", List.of(line), null, List.of())))
                .isInstanceOf(Held.class);

        assertThat(levels(sku).getFirst().allocated()).isEqualTo(5);
        assertStockAndLedgerAgree();
    }

    @Test
    void takesFromSeveralLocationsWhenNoneHasEnough() {
        var sku = onSale(10_000, 3);
        receive(SHOWROOM, sku, 2);

        assertThat(await(hold("wide", new StockLine(sku, 5)))).isInstanceOf(Held.class);
        assertThat(await(stock.online(List.of(sku)))).containsEntry(sku, Supply.NONE);
        holding.release("wide", List.of(sku)).block(PATIENCE);
        assertThat(await(stock.online(List.of(sku)))).containsEntry(sku, new Supply(5, 0));
        assertStockAndLedgerAgree();
    }

    @Test
    void sellsAtCountersAndOnlineTogetherNoMoreThanThereIs() {
        var sku = onSale(10_000, 40);

        var outcomes = await(Flux.range(0, 100)
                .flatMap(
                        i -> i % 2 == 0
                                ? hold("online" + i, new StockLine(sku, 1)).cast(Object.class)
                                : moving.move(sale("counter" + sku + i, sku)).cast(Object.class),
                        32)
                .collectList());

        assertThat(outcomes.stream().filter(o -> o instanceof Held || o instanceof Moved))
                .hasSize(40);
        assertThat(outcomes.stream().filter(o -> o instanceof HoldRefused || o instanceof NotEnough))
                .hasSize(60);
        assertStockAndLedgerAgree();
    }

    @Test
    void doesAMovementOncePerId() {
        var sku = onSale(10_000, 10);
        var sale = sale("once" + sku, sku);

        var outcomes = await(Flux.range(0, 10).flatMap(_ -> moving.move(sale)).collectList());

        assertThat(outcomes).allMatch(Moved.class::isInstance);
        assertThat(levels(sku).getFirst().onHand()).isEqualTo(9);
        assertStockAndLedgerAgree();
    }

    @Test
    void movesCountsAndCorrectsWithinWhatIsPromised() {
        var sku = onSale(10_000, 10);
        assertThat(await(hold("promised", new StockLine(sku, 4)))).isInstanceOf(Held.class);

        assertThat(move(Movement.Kind.TRANSFER, WAREHOUSE, SHOWROOM, sku, 7)).isInstanceOf(NotEnough.class);
        assertThat(move(Movement.Kind.TRANSFER, WAREHOUSE, SHOWROOM, sku, 5)).isInstanceOf(Moved.class);
        assertThat(move(Movement.Kind.ADJUSTMENT, WAREHOUSE, null, sku, -2)).isInstanceOf(NotEnough.class);
        assertThat(move(Movement.Kind.COUNT, WAREHOUSE, null, sku, 3)).isInstanceOf(NotEnough.class);
        assertThat(move(Movement.Kind.COUNT, WAREHOUSE, null, sku, 4)).isInstanceOf(Moved.class);
        assertThat(move(Movement.Kind.COUNT, SHOWROOM, null, sku, 6)).isInstanceOf(Moved.class);

        assertThat(levels(sku)).extracting(StockView::onHand).containsExactly(4L, 6L);
        assertThat(levels(sku)).extracting(StockView::available).containsExactly(0L, 6L);
        assertStockAndLedgerAgree();
    }

    private Mono<HoldOutcome> hold(String order, StockLine... lines) {
        return Mono.defer(
                () -> holding.hold(order, List.of(lines), null, clock.instant().plus(HOLD)));
    }

    private Movement sale(String id, String sku) {
        var lines = List.of(new Movement.Line(sku, null, null, 1));
        return new Movement(id, Movement.Kind.SALE, WAREHOUSE, null, lines, "test", null, clock.instant());
    }
}
