package vn.ocopmarket.storefront.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.inventory.domain.Claiming.Steps;
import vn.ocopmarket.storefront.inventory.domain.StockLevel.Claim;
import vn.ocopmarket.storefront.inventory.domain.StockLevel.Hold;
import vn.ocopmarket.storefront.inventory.domain.TakePlan.Part;

class ClaimingTests {

    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate SOON = TODAY.plusDays(20);
    private static final String OWNER = "order";

    @Test
    void tellsWhatEndsFirstBeforeTheRestWhenAllIsHeldAlready() {
        var loose =
                level(null, Ownership.CONSIGNED, null, 3, List.of(new Hold(OWNER, 2, NOW.plusSeconds(60))), List.of());
        var lot = level("L1", Ownership.OWNED, SOON, 2, List.of(new Hold(OWNER, 2, NOW.plusSeconds(60))), List.of());

        assertThat(parts(4, loose, lot)).containsExactly(new Part(lot, 2), new Part(loose, 2));
    }

    @Test
    void tellsWhatEndsFirstBeforeTheRestWhenSomeIsAllocatedAlready() {
        var loose = level(null, Ownership.CONSIGNED, null, 3, List.of(), List.of(new Claim(OWNER, 2)));
        var lot = level("L1", Ownership.OWNED, SOON, 2, List.of(), List.of());

        assertThat(parts(4, loose, lot)).containsExactly(new Part(lot, 2), new Part(loose, 2));
    }

    private static List<Part> parts(long quantity, StockLevel... levels) {
        var answer = new Claiming(OWNER, quantity, null, TODAY, NOW).over(List.of(levels));
        assertThat(answer).isInstanceOf(Steps.class);
        return ((Steps) answer).parts();
    }

    private static StockLevel level(
            @Nullable String lot,
            Ownership ownership,
            @Nullable LocalDate bestBefore,
            long onHand,
            List<Hold> holds,
            List<Claim> allocations) {
        var allocated = allocations.stream().mapToLong(Claim::quantity).sum();
        var held = holds.stream().mapToLong(Hold::quantity).sum();
        return new StockLevel(
                new LevelKey("kho", "NM-500", lot, ownership).id(),
                "kho",
                "NM-500",
                lot,
                bestBefore,
                onHand,
                allocated,
                onHand - allocated - held,
                1,
                holds,
                allocations,
                List.of(),
                0,
                false);
    }
}
