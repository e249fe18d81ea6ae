package vn.ocopmarket.storefront.inventory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;

/**
 * A stock level as it is at this moment; holds whose time has run out no longer count.
 *
 * @param ownership whose the goods are
 * @param available can be sold or promised: on hand, less what is allocated and held; nothing of a recalled lot
 * @param recalled whether the lot was called back
 */
public record StockView(
        String levelId,
        String locationId,
        String sku,
        @Nullable String lot,
        Ownership ownership,
        @Nullable LocalDate bestBefore,
        long onHand,
        long allocated,
        long held,
        long available,
        boolean recalled) {}
