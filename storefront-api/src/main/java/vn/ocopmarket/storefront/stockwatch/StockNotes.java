package vn.ocopmarket.storefront.stockwatch;

import java.util.Map;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.stockwatch.domain.WatchedLot.Confirmation;

/** What people noted about stock: how little is too little, and that they looked. */
public interface StockNotes {

    /** Replaces the threshold of the SKU at the location. */
    Mono<Void> threshold(String location, String sku, long units);

    /** By SKU; those that were set. */
    Mono<Map<String, Long>> thresholds(String location);

    /** Keeps the latest; one that comes late does not hide a later one. */
    Mono<Void> confirm(String location, String levelId, Confirmation confirmation);

    /** By level. */
    Mono<Map<String, Confirmation>> confirmations(String location);
}
