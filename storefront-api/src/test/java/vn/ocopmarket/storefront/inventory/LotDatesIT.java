package vn.ocopmarket.storefront.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Held;
import vn.ocopmarket.storefront.inventory.HoldOutcome.HoldRefused;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.inventory.MovementOutcome.NotEnough;

/** Lots leave in the order in which they end; what is past its date leaves nowhere but by name. */
class LotDatesIT extends CommerceIT {

    @Autowired
    HoldingStock holding;

    @Test
    void takesWhatEndsFirstAndWhatHasNoDateLast() {
        var sku = ids.next(8);
        var today = LocalDate.now(clock);
        arrive(sku, "none", null, 2);
        arrive(sku, "late", today.plusDays(90), 2);
        arrive(sku, "past", today.minusDays(1), 2);
        arrive(sku, "today", today, 2);

        var held = await(holding.hold(
                "o" + sku, List.of(new StockLine(sku, 5)), null, clock.instant().plusSeconds(60)));

        assertThat(held)
                .isInstanceOfSatisfying(
                        Held.class,
                        all -> assertThat(all.takes())
                                .extracting(Take::lot, Take::quantity)
                                .containsExactly(tuple("today", 2L), tuple("late", 2L), tuple("none", 1L)));
        assertThat(await(holding.hold(
                        "p" + sku,
                        List.of(new StockLine(sku, 2)),
                        null,
                        clock.instant().plusSeconds(60))))
                .isInstanceOf(HoldRefused.class);
    }

    @Test
    void goesByTheEarlierOfTwoDatesUntilTheShelfIsEmpty() {
        var sku = ids.next(8);
        var today = LocalDate.now(clock);
        arrive(sku, null, null, 1);
        arrive(sku, null, today.plusDays(60), 1);
        arrive(sku, null, today.plusDays(30), 1);
        arrive(sku, null, today.plusDays(90), 1);
        assertThat(levels(sku)).extracting(StockView::bestBefore).containsExactly(today.plusDays(30));

        assertThat(move(Movement.Kind.SALE, WAREHOUSE, null, sku, 4)).isInstanceOf(Moved.class);
        arrive(sku, null, today.plusDays(120), 1);

        assertThat(levels(sku)).extracting(StockView::bestBefore).containsExactly(today.plusDays(120));
        assertStockAndLedgerAgree();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "L1")
    void keepsTheDateOfWhatComesBackToAnEmptyShelf(@Nullable String lot) {
        var sku = ids.next(8);
        var today = LocalDate.now(clock);
        arrive(sku, lot, today, 2);
        assertThat(move(Movement.Kind.SALE, WAREHOUSE, null, sku, 2)).isInstanceOf(Moved.class);
        clock.move(Duration.ofDays(2));

        arrive(Movement.Kind.RETURN, sku, lot, null, 2);

        assertThat(levels(sku)).extracting(StockView::bestBefore).containsExactly(today);
        assertThat(move(Movement.Kind.SALE, WAREHOUSE, null, sku, 1)).isInstanceOf(NotEnough.class);
        assertStockAndLedgerAgree();
    }

    @Test
    void keepsTheDateOfALotThatArrivesAgainWithoutOne() {
        var sku = ids.next(8);
        var day = LocalDate.now(clock).plusDays(9);
        arrive(sku, "L1", day, 1);
        arrive(sku, null, day, 1);
        assertThat(move(Movement.Kind.SALE, WAREHOUSE, null, sku, 2)).isInstanceOf(Moved.class);

        arrive(sku, "L1", null, 1);
        arrive(sku, null, null, 1);

        assertThat(levels(sku))
                .extracting(StockView::lot, StockView::bestBefore)
                .containsExactlyInAnyOrder(tuple("L1", day), tuple(null, null));
    }

    @Test
    void setsAsideByNameWhatCannotBeSoldAnyMore() {
        var sku = ids.next(8);
        arrive(sku, "past", LocalDate.now(clock).minusDays(1), 3);
        assertThat(move(Movement.Kind.SALE, WAREHOUSE, null, sku, 1)).isInstanceOf(NotEnough.class);
        var aside = SetAside.PAST_DATE.at(WAREHOUSE);

        assertThat(relocate(sku, "past", aside, 4)).isInstanceOf(NotEnough.class);
        assertThat(relocate(sku, "past", aside, 2)).isInstanceOf(Moved.class);

        assertThat(levels(sku))
                .extracting(StockView::locationId, StockView::onHand, StockView::available)
                .contains(tuple(aside, 2L, 0L));
        assertStockAndLedgerAgree();
    }

    private MovementOutcome relocate(String sku, String lot, String place, long quantity) {
        var lines = List.of(new Movement.Line(sku, lot, null, quantity));
        return await(moving.move(new Movement(
                ids.next(20), Movement.Kind.RELOCATION, WAREHOUSE, place, lines, "test", null, clock.instant())));
    }

    private void arrive(String sku, @Nullable String lot, @Nullable LocalDate bestBefore, long quantity) {
        arrive(Movement.Kind.RECEIPT, sku, lot, bestBefore, quantity);
    }

    private void arrive(
            Movement.Kind kind, String sku, @Nullable String lot, @Nullable LocalDate bestBefore, long quantity) {
        var lines = List.of(new Movement.Line(sku, lot, bestBefore, quantity));
        assertThat(await(moving.move(
                        new Movement(ids.next(20), kind, WAREHOUSE, null, lines, "test", null, clock.instant()))))
                .isInstanceOf(Moved.class);
    }
}
