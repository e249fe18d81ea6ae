package vn.ocopmarket.storefront.inventory;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.domain.StockLevel;

class ReconcilingStockTests {

    private static final String ID = "kho|S|";

    private volatile StockLevel level = level(10, 1);

    @Test
    void raisesNoAlarmOverWhatIsSoldWhileTheLedgerIsAddedUp() {
        var report = new ReconcilingStock(new OneLevel(), new SellingLedger(), Clock.systemUTC()).reconcile();

        assertThat(requireNonNull(report.block()).discrepancies()).isEmpty();
    }

    @Test
    void findsWhatTheLedgerDoesNotKnow() {
        level = level(11, 3);

        var report = new ReconcilingStock(new OneLevel(), new SellingLedger(), Clock.systemUTC()).reconcile();

        assertThat(requireNonNull(report.block()).discrepancies()).hasSize(1);
    }

    private static StockLevel level(long onHand, long version) {
        return new StockLevel(
                ID, "kho", "S", null, null, onHand, 0, onHand, version, List.of(), List.of(), List.of(), 0, false);
    }

    private final class OneLevel extends NoLevels {

        @Override
        public Mono<StockLevel> find(String levelId) {
            return Mono.fromSupplier(() -> level);
        }

        @Override
        public Flux<StockLevel> all() {
            return Flux.defer(() -> Flux.just(level));
        }
    }

    /** Somebody buys one while it is added up for the first time. */
    private final class SellingLedger implements StockLedger {

        @Override
        public Flux<LedgerEntry> page(
                @Nullable String sku, @Nullable Set<String> places, @Nullable String before, int limit) {
            return Flux.empty();
        }

        @Override
        public Flux<LedgerEntry> salesOf(String sku, String lot) {
            return Flux.empty();
        }

        @Override
        public Mono<Map<String, Sum>> sums() {
            return Mono.just(Map.of(ID, new Sum(9, 1)));
        }

        @Override
        public Mono<Long> sumOf(String levelId) {
            return Mono.delay(Duration.ofMillis(20)).map(_ -> {
                if (level.version() == 1) {
                    level = level(9, 2);
                }
                return 9L;
            });
        }
    }
}
