package vn.ocopmarket.storefront.inventory;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** So many units of one SKU. */
public record StockLine(String sku, long quantity) {

    public StockLine {
        if (quantity <= 0) {
            throw new IllegalArgumentException("A quantity is at least 1, not " + quantity);
        }
    }

    /** One line a SKU, in the order of the SKUs: the order in which everybody takes stock. */
    public static List<StockLine> merged(Collection<StockLine> lines) {
        var bySku = new TreeMap<String, Long>();
        lines.forEach(line -> bySku.merge(line.sku(), line.quantity(), Math::addExact));
        return bySku.entrySet().stream()
                .map(entry -> new StockLine(entry.getKey(), entry.getValue()))
                .toList();
    }
}
