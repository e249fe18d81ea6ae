package vn.ocopmarket.catalog.stamp;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.access.Where;
import vn.ocopmarket.catalog.history.Histories.Kind;
import vn.ocopmarket.catalog.history.ReadingHistory;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.contract.product.ProductRecord;

/** Shows batches to those who keep the stamps of their provinces. */
public final class SeeingStamps {

    private final StampBatches batches;
    private final Products products;
    private final ReadingHistory history;
    private final Clock clock;

    SeeingStamps(StampBatches batches, Products products, ReadingHistory history, Clock clock) {
        this.batches = batches;
        this.products = products;
        this.history = history;
        this.clock = clock;
    }

    /** @param total of all pages */
    public record Page(long total, List<StampBatches.Listed> items) {}

    /**
     * Never empty; without the batches of provinces that are not the caller's.
     *
     * @param province null for all that are the caller's
     */
    public Mono<Page> list(Caller caller, @Nullable String province, int page, int size) {
        var seen = reach(caller, province == null || province.isBlank() ? null : province);
        return Mono.zip(
                batches.count(seen), batches.list(seen, (page - 1) * size, size).collectList(), Page::new);
    }

    /** Null for everywhere. */
    private static @Nullable Set<String> reach(Caller caller, @Nullable String province) {
        var everywhere = caller.may(Permission.ADMINISTER);
        if (province != null) {
            return everywhere || keeps(caller, province) ? Set.of(province) : Set.of();
        }
        return everywhere
                ? null
                : caller.provinces().stream()
                        .filter(code -> keeps(caller, code))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean keeps(Caller caller, String province) {
        return caller.may(Permission.KEEP_STAMPS, Where.province(province));
    }

    /** Empty when there is none, or it is another province's. */
    public Mono<StampBatch> find(String id, Caller caller) {
        return batches.find(id).filter(there -> keeps(caller, there.batch().provinceCode()));
    }

    /** Empty when there is no such batch, or it is another province's. */
    public Mono<ReadingHistory.Page> history(String id, Caller caller, @Nullable Long cursor, int limit) {
        return find(id, caller).flatMap(there -> history.page(Kind.STAMPS, id, there.history(), cursor, limit));
    }

    /** Those of the products that have a certificate which holds today. */
    public Mono<Set<String>> certified(Collection<String> ids) {
        var today = LocalDate.now(clock);
        return ids.isEmpty()
                ? Mono.just(Set.of())
                : products.withIds(ids)
                        .filter(product -> product.certificateOn(today).isPresent())
                        .map(ProductRecord::id)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
