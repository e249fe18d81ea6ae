package vn.ocopmarket.storefront.recall;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.ocopmarket.contract.trace.LotRecord;

/** The recalls that are known here, in memory: few, and wanted on every page of a product. */
public final class RecalledLots {

    private static final Comparator<LotRecord> NEWEST_FIRST =
            Comparator.comparing(LotRecord::updatedAt).reversed().thenComparing(LotRecord::id);

    private final Map<String, LotRecord> byId = new ConcurrentHashMap<>();

    void learn(LotRecord lot) {
        byId.put(lot.id(), lot);
    }

    /** Newest first. */
    public List<LotRecord> ofProduct(String productId) {
        return sorted(byId.values().stream()
                .filter(lot -> lot.productId().equals(productId))
                .toList());
    }

    /** Newest first. */
    public List<LotRecord> all() {
        return sorted(byId.values());
    }

    private static List<LotRecord> sorted(Collection<LotRecord> lots) {
        return lots.stream().sorted(NEWEST_FIRST).toList();
    }
}
