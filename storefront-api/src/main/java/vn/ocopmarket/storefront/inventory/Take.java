package vn.ocopmarket.storefront.inventory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.inventory.domain.LevelKey;

/**
 * Units taken from one level.
 *
 * @param lot or null where lots are not told apart
 * @param bestBefore of the lot, or null
 */
public record Take(
        String levelId,
        String locationId,
        String sku,
        @Nullable String lot,
        @Nullable LocalDate bestBefore,
        long quantity) {

    /** Whose they are: their level says it. */
    public Ownership ownership() {
        return LevelKey.ownershipOf(levelId);
    }
}
