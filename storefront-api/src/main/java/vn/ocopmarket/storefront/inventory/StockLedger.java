package vn.ocopmarket.storefront.inventory;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stock ledger, with what is still in the outboxes of the levels carried on within moments. */
public interface StockLedger {

    /** A page, newest first; {@code before} is the id of the last entry seen. */
    Flux<LedgerEntry> page(@Nullable String sku, @Nullable Set<String> places, @Nullable String before, int limit);

    /** What was sold of a lot, oldest first; what is still in the outbox of a level is not there yet. */
    Flux<LedgerEntry> salesOf(String sku, String lot);

    /** What is on hand by the ledger, for every level that has entries. */
    Mono<Map<String, Sum>> sums();

    /** What is on hand by the ledger for one level, with the entries that are still in its outbox, each counted once. */
    Mono<Long> sumOf(String levelId);

    /** A sum over entries. */
    record Sum(long quantity, long entries) {}
}
