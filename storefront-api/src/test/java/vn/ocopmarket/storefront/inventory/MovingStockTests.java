package vn.ocopmarket.storefront.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.domain.LevelChange;
import vn.ocopmarket.storefront.inventory.domain.StockLevel;

class MovingStockTests {

    private final List<String> ended = new ArrayList<>();

    @Test
    void finishesTheOthersWhenOneAlwaysFails() {
        var levels = new NoLevels() {
            @Override
            public Mono<StockLevel> apply(LevelChange change) {
                return change.levelId().contains("broken")
                        ? Mono.error(new IllegalStateException("It always fails"))
                        : Mono.empty();
            }
        };
        var locations = new NoLocations();
        var clock = Clock.systemUTC();
        var carryingOut = new CarryingOutMovements(new TakingStock(levels, locations, clock), levels, clock);

        var finished = new MovingStock(new Unfinished(), carryingOut, locations).finishSince(Instant.EPOCH);

        assertThat(finished.block()).isEqualTo(2);
        assertThat(ended).containsExactly("oldest", "youngest");
    }

    private static Movement receipt(String id, String sku) {
        var lines = List.of(new Movement.Line(sku, null, null, 1));
        return new Movement(id, Movement.Kind.RECEIPT, "kho", null, lines, "test", null, Instant.EPOCH);
    }

    private final class Unfinished implements StockMovements {

        @Override
        public Mono<Recorded> record(Movement movement) {
            return Mono.just(new Recorded.Open(movement));
        }

        @Override
        public Mono<Recorded> refuse(Movement movement) {
            return record(movement);
        }

        @Override
        public Mono<Void> end(String movementId, MovementOutcome outcome) {
            return Mono.fromRunnable(() -> ended.add(movementId));
        }

        @Override
        public Flux<Movement> unfinishedSince(Instant moment, int limit) {
            return Flux.just(receipt("oldest", "sound"), receipt("next", "broken"), receipt("youngest", "sound"));
        }
    }

    private static final class NoLocations implements Locations {

        @Override
        public Mono<Boolean> create(Location location) {
            return Mono.just(false);
        }

        @Override
        public Mono<Boolean> change(Location location) {
            return Mono.just(false);
        }

        @Override
        public Mono<Location> find(String id) {
            return Mono.empty();
        }

        @Override
        public Flux<Location> all() {
            return Flux.empty();
        }
    }
}
