package vn.ocopmarket.storefront.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.inventory.Movement.Kind;
import vn.ocopmarket.storefront.inventory.Movement.Reason;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;

/** The process dies between any two steps of each kind of movement; whoever goes on makes it happen once. */
class MovementCrashIT extends CommerceIT {

    private static final int MORE_STEPS_THAN_THERE_ARE = 40;
    private static final String LOT = "L1";

    @Autowired
    TidyingStock tidying;

    /** A movement of a lot of ten, what it leaves there, and what it puts elsewhere. */
    enum Deed {
        RECEIPT(Kind.RECEIPT, null, 3, 13, 0),
        SOUND_RETURN(Kind.RETURN, null, 3, 13, 0),
        SALE(Kind.SALE, null, 3, 7, 0),
        TRANSFER(Kind.TRANSFER, SHOWROOM, 3, 7, 3),
        SETTING_ASIDE(Kind.RELOCATION, SetAside.DAMAGED.at(WAREHOUSE), 3, 7, 3),
        LOSS(Kind.ADJUSTMENT, null, -3, 7, 0),
        FIND(Kind.ADJUSTMENT, null, 3, 13, 0),
        COUNT(Kind.COUNT, null, 8, 8, 0),
        COUNT_DIFFERENCE(Kind.COUNT_DIFFERENCE, null, -2, 8, 0);

        private final Kind kind;
        private final @Nullable String to;
        private final long quantity;
        private final long left;
        private final long elsewhere;

        Deed(Kind kind, @Nullable String to, long quantity, long left, long elsewhere) {
            this.kind = kind;
            this.to = to;
            this.quantity = quantity;
            this.left = left;
            this.elsewhere = elsewhere;
        }

        private @Nullable Reason reason() {
            return switch (this) {
                case LOSS -> Reason.LOST;
                case FIND -> Reason.FOUND;
                case RECEIPT, SOUND_RETURN, SALE, TRANSFER, SETTING_ASIDE, COUNT, COUNT_DIFFERENCE -> null;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void happensOnceWhoeverGoesOn(Deed deed) {
        for (var afterEffect : List.of(true, false)) {
            for (var again : List.of(true, false)) {
                crashAtEveryStep(deed, afterEffect, again);
            }
        }
        assertStockAndLedgerAgree();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesWhollyOrNotAtAllHoweverLateItGoesOn(boolean afterEffect) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var skus = List.of(ids.next(8), ids.next(8));
            skus.forEach(sku -> receive(WAREHOUSE, sku, 3));
            var lines = skus.stream()
                    .map(sku -> new Movement.Line(sku, null, null, 3))
                    .toList();
            var movement = new Movement(
                    ids.next(20), Kind.TRANSFER, WAREHOUSE, SHOWROOM, lines, "test", null, clock.instant());

            crashes.dieAt(step, afterEffect);
            moving.move(movement).then().onErrorComplete().block(PATIENCE);
            var died = crashes.restart();
            clock.move(Duration.ofMinutes(10));
            var _ = await(tidying.sweep());
            var sold = skus.stream()
                    .filter(sku -> move(Kind.SALE, WAREHOUSE, null, sku, 3) instanceof Moved)
                    .toList();
            var _ = await(moving.finishSince(clock.instant()));

            for (var sku : skus) {
                assertThat(onHand(sku, WAREHOUSE) + onHand(sku, SHOWROOM))
                        .as("step %d", step)
                        .isEqualTo(sold.contains(sku) ? 0 : 3);
            }
            assertThat(skus.stream().map(sku -> onHand(sku, SHOWROOM)).distinct())
                    .as("step %d", step)
                    .hasSize(1);
            if (!died) {
                assertThat(step).isGreaterThan(5);
                break;
            }
        }
        assertStockAndLedgerAgree();
    }

    private void crashAtEveryStep(Deed deed, boolean afterEffect, boolean again) {
        for (int step = 1; ; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var sku = ids.next(8);
            var ownership = (step + (again ? 1 : 0)) % 2 == 0 ? Ownership.OWNED : Ownership.CONSIGNED;
            assertThat(await(moving.move(movement(Kind.RECEIPT, null, line(sku, ownership, 10, true), null))))
                    .isInstanceOf(Moved.class);
            var dated = deed.kind == Kind.RECEIPT || deed.kind == Kind.RETURN;
            var line = line(sku, ownership, deed.quantity, dated);
            var movement = movement(deed.kind, deed.to, line, deed.reason());

            crashes.dieAt(step, afterEffect);
            moving.move(movement).then().onErrorComplete().block(PATIENCE);
            var died = crashes.restart();
            clock.move(Duration.ofSeconds(30));
            var _ = await(moving.finishSince(clock.instant().minusSeconds(20)));
            var writtenDown = step > 1 || afterEffect;
            if (again || !writtenDown) {
                assertThat(await(moving.move(movement))).isInstanceOf(Moved.class);
            }

            assertThat(onHand(sku, WAREHOUSE)).as("%s step %d", deed, step).isEqualTo(deed.left);
            assertThat(levels(sku)).extracting(StockView::ownership).containsOnly(ownership);
            if (deed.to != null) {
                assertThat(onHand(sku, deed.to)).as("%s step %d", deed, step).isEqualTo(deed.elsewhere);
            }
            if (!died) {
                assertThat(step).isGreaterThan(2);
                break;
            }
        }
    }

    private Movement.Line line(String sku, Ownership ownership, long quantity, boolean dated) {
        var date = dated ? LocalDate.now(clock).plusDays(90) : null;
        return new Movement.Line(sku, LOT, ownership, date, quantity);
    }

    private Movement movement(Kind kind, @Nullable String to, Movement.Line line, @Nullable Reason reason) {
        return new Movement(ids.next(20), kind, WAREHOUSE, to, List.of(line), "test", null, clock.instant(), reason);
    }

    private long onHand(String sku, String place) {
        return levels(sku).stream()
                .filter(level -> level.locationId().equals(place))
                .mapToLong(StockView::onHand)
                .sum();
    }
}
