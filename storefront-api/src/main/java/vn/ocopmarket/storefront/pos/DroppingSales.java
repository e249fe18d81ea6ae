package vn.ocopmarket.storefront.pos;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.inventory.MovingStock.Reversal;
import vn.ocopmarket.storefront.pos.Sales.Drop;
import vn.ocopmarket.storefront.pos.domain.DroppedSale;
import vn.ocopmarket.storefront.pos.domain.DroppedSale.Goods;
import vn.ocopmarket.storefront.pos.domain.DroppedSale.Stock;

/**
 * Gives up sales that cannot be finished. Who does so says where the goods are, and stock follows: what the buyer has is taken
 * off the shelf, what lies at the counter is put back or never taken. Whatever a crash leaves half done the worker finishes.
 */
final class DroppingSales {

    private static final Logger LOG = LoggerFactory.getLogger(DroppingSales.class);
    private static final int BATCH = 100;

    private final Sales sales;
    private final MovingStock moving;
    private final Clock clock;

    DroppingSales(Sales sales, MovingStock moving, Clock clock) {
        this.sales = sales;
        this.moving = moving;
        this.clock = clock;
    }

    /** False when it is not parked, or not any more. */
    Mono<Boolean> drop(String id, String why, String by, Goods goods) {
        return sales.drop(id, new Drop(why, by, clock.instant(), goods))
                .flatMap(dropped -> follow(dropped).thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** Lets stock follow where it did not yet; gives how many. One that fails stops no other. */
    Mono<Long> followAll() {
        return sales.droppedAndOpen(BATCH)
                .concatMap(dropped -> follow(dropped).thenReturn(dropped))
                .count();
    }

    private Mono<Void> follow(DroppedSale dropped) {
        return Mono.defer(() -> stock(dropped))
                .flatMap(stock -> sales.settled(dropped, stock))
                .onErrorResume(failure -> {
                    LOG.warn(
                            "Stock of dropped sale {} follows later: {}",
                            dropped.booking().id(),
                            failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Stock> stock(DroppedSale dropped) {
        var movement = BookingSales.movement(dropped.booking());
        return dropped.goods() == Goods.LEFT
                ? takeOff(movement)
                : moving.putBack(movement, new Reversal(dropped.by(), dropped.why(), dropped.at()))
                        .map(back -> back.isEmpty() ? Stock.UNTOUCHED : Stock.PUT_BACK);
    }

    private Mono<Stock> takeOff(Movement movement) {
        return moving.move(movement)
                .flatMap(outcome -> outcome instanceof MovementOutcome.AnotherMovement
                        ? moving.move(underAnotherId(movement))
                        : Mono.just(outcome))
                .map(outcome -> outcome instanceof MovementOutcome.Moved ? Stock.TAKEN : Stock.SHORT);
    }

    /** Something else was moved under the id of the sale, so nothing was by the sale. */
    private static Movement underAnotherId(Movement movement) {
        return new Movement(
                movement.id() + ":left",
                movement.kind(),
                movement.locationId(),
                null,
                movement.lines(),
                movement.by(),
                null,
                movement.at());
    }
}
