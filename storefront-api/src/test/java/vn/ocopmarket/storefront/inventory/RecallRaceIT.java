package vn.ocopmarket.storefront.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.inventory.HoldOutcome.Held;
import vn.ocopmarket.storefront.inventory.HoldOutcome.HoldRefused;
import vn.ocopmarket.storefront.inventory.MovementOutcome.Moved;
import vn.ocopmarket.storefront.inventory.domain.LevelKey;

/** A lot is called back while people buy it. */
class RecallRaceIT extends CommerceIT {

    private static final Duration HOLD = Duration.ofMinutes(15);
    private static final int BUYERS = 120;

    @Autowired
    HoldingStock holding;

    @Autowired
    StoppingSale stopping;

    @Autowired
    MongoDatabase database;

    @Test
    void nothingOfTheLotIsPromisedOnceItsRecallHasArrived() {
        var sku = onSale(10_000, 1);
        receiveLot(WAREHOUSE, sku, "L1", 200);
        receiveLot(SHOWROOM, sku, "L1", 200);
        var crowd = Sinks.<Boolean>one();
        var served = new AtomicInteger();
        var recall = crowd.asMono().then(Mono.defer(() -> stopping.recall(sku, "L1")));

        var buying = Flux.range(0, BUYERS)
                .flatMap(i -> buy("b" + sku + i, sku), 16)
                .doOnNext(_ -> {
                    if (served.incrementAndGet() == BUYERS / 8) {
                        crowd.tryEmitValue(true).orThrow();
                    }
                })
                .collectList();
        var both = await(Mono.zip(buying, recall));
        var promised = ofLot(sku).stream().mapToLong(StockView::allocated).sum();

        assertThat(both.getT2()).isEqualTo(2);
        assertThat(promised).isLessThan(BUYERS);
        assertThat(await(holding.hold(
                        "late" + sku,
                        List.of(new StockLine(sku, 2)),
                        null,
                        clock.instant().plus(HOLD))))
                .isInstanceOf(HoldRefused.class);
        assertThat(ofLot(sku).stream().mapToLong(StockView::allocated).sum()).isEqualTo(promised);
        assertThat(await(stock.online(List.of(sku)))
                        .getOrDefault(sku, Supply.NONE)
                        .available())
                .isLessThanOrEqualTo(1);
        assertStockAndLedgerAgree();
    }

    @Test
    void aHoldOfTheLotComesToNothingAndAnotherLotTakesItsPlace() {
        var sku = onSale(10_000, 1);
        receiveLot(WAREHOUSE, sku, "L1", 5);
        var line = List.of(new StockLine(sku, 3));
        var held =
                (Held) await(holding.hold("h" + sku, line, null, clock.instant().plus(HOLD)));
        assertThat(await(stopping.recall(sku, "L1"))).isEqualTo(1);

        assertThat(await(holding.allocate("h" + sku, line, null, held.takes()))).isInstanceOf(HoldRefused.class);
        receiveLot(WAREHOUSE, sku, "L2", 5);
        assertThat(await(holding.allocate("h" + sku, line, null, held.takes())))
                .isInstanceOfSatisfying(
                        Held.class,
                        now -> assertThat(now.takes()).extracting(Take::lot).doesNotContain("L1"));
        assertThat(await(holding.mayLeave("h" + sku, Set.of(sku)))).isTrue();
        assertStockAndLedgerAgree();
    }

    @Test
    void whatComesToAnotherPlaceAfterTheRecallIsOnSaleAtNoMoment() {
        var sku = onSale(10_000, 1);
        receiveLot(WAREHOUSE, sku, "L1", 5);
        assertThat(await(stopping.recall(sku, "L1"))).isEqualTo(1);

        receiveLot(SHOWROOM, sku, "L1", 3);

        assertThat(levels(sku))
                .filteredOn(level -> "L1".equals(level.lot()))
                .allMatch(StockView::recalled)
                .hasSize(2);
        assertThat(await(holding.allocate("c" + sku, List.of(new StockLine(sku, 2)), null, List.of())))
                .isInstanceOf(HoldRefused.class);
        assertThat(await(holding.allocate("c" + sku, List.of(new StockLine(sku, 1)), SHOWROOM, List.of())))
                .isInstanceOf(HoldRefused.class);
    }

    /** A crash between the two steps of an arrival leaves a place that does not know of the recall. */
    @Test
    void nobodyGetsWhatLiesWhereTheRecallIsNotKnownYet() {
        var sku = onSale(10_000, 1);
        receiveLot(WAREHOUSE, sku, "L1", 5);
        receiveLot(SHOWROOM, sku, "L1", 3);
        var there = Filters.eq("_id", new LevelKey(WAREHOUSE, sku, "L1", Ownership.CONSIGNED).id());
        var _ = await(Mono.from(database.getCollection("stockLevels").updateOne(there, Updates.set("recalled", true))));

        assertThat(await(holding.allocate("n" + sku, List.of(new StockLine(sku, 1)), SHOWROOM, List.of())))
                .isInstanceOf(HoldRefused.class);
        assertThat(await(stock.at(SHOWROOM, List.of(sku))).get(sku)).isEqualTo(new Supply(0, 3));
        assertThat(await(stock.online(List.of(sku))).get(sku)).isEqualTo(new Supply(1, 8));
    }

    /** It came while the lot was being called back, so neither of the two saw the other. */
    @Test
    void whatWasPromisedWhereTheRecallIsNotKnownYetDoesNotLeave() {
        var sku = onSale(10_000, 1);
        receiveLot(WAREHOUSE, sku, "L1", 5);
        receiveLot(SHOWROOM, sku, "L1", 3);
        var outcome = await(holding.allocate("p" + sku, List.of(new StockLine(sku, 3)), SHOWROOM, List.of()));
        var takes = ((Held) outcome).takes();
        var there = Filters.eq("_id", new LevelKey(WAREHOUSE, sku, "L1", Ownership.CONSIGNED).id());
        assertThat(await(holding.mayLeave("p" + sku, takes))).isTrue();

        var _ = await(Mono.from(database.getCollection("stockLevels").updateOne(there, Updates.set("recalled", true))));

        assertThat(await(holding.mayLeave("p" + sku, takes))).isFalse();
        assertThat(await(holding.mayLeave("p" + sku, Set.of(sku)))).isFalse();
    }

    @Test
    void whatWasSoldBeforeDoesNotLeaveTheShelfAfter() {
        var sku = onSale(10_000, 1);
        receiveLot(WAREHOUSE, sku, "L1", 5);
        var line = List.of(new StockLine(sku, 5));
        assertThat(await(holding.allocate("s" + sku, line, null, List.of()))).isInstanceOf(Held.class);
        assertThat(await(holding.mayLeave("s" + sku, Set.of(sku)))).isTrue();

        assertThat(await(stopping.recall(sku, "L1"))).isEqualTo(1);

        assertThat(await(holding.mayLeave("s" + sku, Set.of(sku)))).isFalse();
        assertThat(await(stopping.recall(sku, "L1"))).isZero();
        assertStockAndLedgerAgree();
    }

    private Mono<HoldOutcome> buy(String order, String sku) {
        var line = List.of(new StockLine(sku, 1));
        return Mono.defer(() -> holding.hold(order, line, null, clock.instant().plus(HOLD)))
                .delayElement(Duration.ofMillis(20))
                .flatMap(outcome -> outcome instanceof Held(var takes)
                        ? holding.allocate(order, line, null, takes)
                        : Mono.just(outcome));
    }

    private List<StockView> ofLot(String sku) {
        return levels(sku).stream().filter(level -> "L1".equals(level.lot())).toList();
    }

    private void receiveLot(String location, String sku, String lot, long quantity) {
        var lines = List.of(new Movement.Line(
                sku, lot, clock.instant().atZone(clock.getZone()).toLocalDate().plusYears(1), quantity));
        var movement = new Movement(
                "r" + location + sku + lot,
                Movement.Kind.RECEIPT,
                location,
                null,
                lines,
                "test",
                null,
                clock.instant());
        assertThat(await(moving.move(movement))).isInstanceOf(Moved.class);
    }
}
