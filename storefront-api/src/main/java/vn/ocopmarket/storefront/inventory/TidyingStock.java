package vn.ocopmarket.storefront.inventory;

import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.domain.LevelChange.ExpireHold;

/** Tidies away holds that ran out, and finishes movements that a crash left unfinished. */
final class TidyingStock {

    private static final Duration UNFINISHED = Duration.ofSeconds(20);
    private static final int BATCH = 200;

    private final StockLevels levels;
    private final MovingStock moving;
    private final Clock clock;

    TidyingStock(StockLevels levels, MovingStock moving, Clock clock) {
        this.levels = levels;
        this.moving = moving;
        this.clock = clock;
    }

    /** Both, once; what fails is found again the next time. */
    Mono<Void> tidy() {
        return sweep().then(Mono.defer(() -> moving.finishSince(clock.instant().minus(UNFINISHED))))
                .then();
    }

    /** Gives how many holds were tidied away. */
    Mono<Long> sweep() {
        return Mono.defer(() -> {
            var now = clock.instant();
            return levels.withExpiredHolds(now, BATCH)
                    .concatMap(level -> Flux.fromIterable(level.expiredHolds(now))
                            .concatMap(hold -> levels.apply(
                                    new ExpireHold(level.id(), hold.owner(), hold.quantity(), hold.expiresAt()))))
                    .count();
        });
    }
}
