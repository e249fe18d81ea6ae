package vn.ocopmarket.storefront.pos;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;

/**
 * Goods that arrived.
 *
 * @param id chosen by the page; the same delivery sent again is received once
 * @param code SKU or GTIN, scanned or typed
 * @param lot or null where lots are not told apart
 * @param ownership whose they are
 * @param bestBefore last day, or null
 * @param note supplier or delivery note, or null
 * @param by account id
 */
public record Delivery(
        String id,
        String code,
        long quantity,
        @Nullable String lot,
        Ownership ownership,
        @Nullable LocalDate bestBefore,
        @Nullable String note,
        String by) {}
