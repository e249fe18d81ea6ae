package vn.ocopmarket.storefront.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the stock ledger; entries are only ever added.
 *
 * @param quantity by how much it changed what is on hand; 0 for a release
 * @param reference the order or movement that caused it
 */
public record LedgerEntry(
        String id,
        String locationId,
        String sku,
        @Nullable String lot,
        Type type,
        long quantity,
        String reference,
        Instant at) {

    /** Why stock changed. */
    public enum Type {
        RECEIPT,
        SALE,
        RETURN,
        TRANSFER_OUT,
        TRANSFER_IN,
        ADJUSTMENT,
        COUNT,
        RELEASE
    }
}
