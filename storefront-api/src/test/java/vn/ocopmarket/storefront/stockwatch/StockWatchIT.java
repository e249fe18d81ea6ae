package vn.ocopmarket.storefront.stockwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.stockwatch.domain.LowGoods;
import vn.ocopmarket.storefront.stockwatch.domain.WatchedLot;
import vn.ocopmarket.storefront.stockwatch.domain.WatchedLot.Confirmation;

class StockWatchIT extends CommerceIT {

    @Autowired
    WatchingStock watching;

    @Autowired
    StockNotes notes;

    private String shelf = "";

    @BeforeEach
    void openAShelf(@Autowired Locations locations) {
        shelf = "watch-" + ids.next(8).toLowerCase(Locale.ROOT);
        var _ = await(locations.create(new Location(shelf, "Kệ", Location.Kind.SHOWROOM, "01", true, true)));
    }

    @Test
    void listsWhatRunsOutByTheThresholdOfItsPlace() {
        var plenty = put(40, null);
        var few = put(3, null);
        var gone = put(2, LocalDate.now(clock).minusDays(1));
        var wanted = put(30, null);
        watching.watch(shelf, wanted, 50).block(PATIENCE);
        watching.watch(shelf, few, 0).block(PATIENCE);
        watching.watch(shelf, "never-here", 4).block(PATIENCE);

        assertThat(await(watching.low(shelf)))
                .extracting(LowGoods::sku)
                .containsExactlyInAnyOrder(gone, "never-here", wanted)
                .doesNotContain(plenty, few);
        assertThat(await(watching.low(shelf)).getLast().available()).isEqualTo(30);
    }

    @Test
    void listsLotsByTheDayTheyEnd() {
        var today = LocalDate.now(clock);
        var over = put(1, today.minusDays(2));
        var soon = put(1, today.plusDays(10));
        var _ = put(1, today.plusDays(31));
        var _ = put(1, null);

        assertThat(await(watching.nearExpiry(shelf, 30)))
                .extracting(WatchedLot::sku)
                .containsExactly(over, soon);
    }

    @Test
    void remembersWhoLookedLast() {
        var sku = put(5, null);
        var other = put(5, null);
        assertThat(await(watching.confirm(shelf, sku, null, "clerk"))).isTrue();
        assertThat(await(watching.confirm(shelf, "unknown", null, "clerk"))).isFalse();
        clock.move(Duration.ofDays(3));

        var unseen = await(watching.unseen(shelf, 10));

        assertThat(unseen).extracting(WatchedLot::sku).containsExactly(other, sku);
        assertThat(unseen.getFirst().daysUnseen(clock.instant())).isEmpty();
        assertThat(unseen.getLast().daysUnseen(clock.instant())).hasValue(3);
    }

    @Test
    void keepsTheLatestOfManyConfirmationsAtOnce() {
        var level = shelf + "|S|";
        var start = clock.instant();
        Flux.range(0, 30)
                .flatMap(i -> notes.confirm(shelf, level, new Confirmation("c" + i, start.plusSeconds(i * 7 % 30))), 8)
                .then()
                .block(PATIENCE);

        assertThat(await(notes.confirmations(shelf)))
                .hasEntrySatisfying(
                        level,
                        latest -> assertThat(latest.at().getEpochSecond())
                                .isEqualTo(start.plusSeconds(29).getEpochSecond()));
    }

    private String put(long quantity, @Nullable LocalDate bestBefore) {
        var sku = ids.next(8);
        var lines = List.of(new Movement.Line(sku, null, bestBefore, quantity));
        assertThat(await(moving.move(new Movement(
                        ids.next(20), Movement.Kind.RECEIPT, shelf, null, lines, "test", null, clock.instant()))))
                .isInstanceOf(Moved.class);
        return sku;
    }
}
