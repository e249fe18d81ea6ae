package vn.ocopmarket.storefront.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;

/**
 * One line of the stock ledger; entries are only ever added.
 *
 * @param ownership whose the goods are
 * @param quantity by how much it changed what is on hand; 0 for a release
 * @param reference the order or movement that caused it
 * @param reason of an adjustment, else null
 */
public record LedgerEntry(
        String id,
        String locationId,
        String sku,
        @Nullable String lot,
        Ownership ownership,
        Type type,
        long quantity,
        String reference,
        Instant at,
        Movement.@Nullable Reason reason) {

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
