package vn.ocopmarket.storefront.cart;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.inventory.FindStock;

/** Looks at lines with the products and the stock of this moment. */
public final class JudgingLines {

    private final FindProducts products;
    private final FindStock stock;
    private final Clock clock;

    JudgingLines(FindProducts products, FindStock stock, Clock clock) {
        this.products = products;
        this.stock = stock;
        this.clock = clock;
    }

    /** In the order of the lines; never empty, an empty list for no lines. */
    public Mono<List<JudgedLine>> judge(List<CartLine> lines) {
        return judge(lines, null);
    }

    /** The same with the stock of one location only, or of all that sell online for null. */
    public Mono<List<JudgedLine>> judge(List<CartLine> lines, @Nullable String locationId) {
        if (lines.isEmpty()) {
            return Mono.just(List.of());
        }
        var skus = lines.stream().map(CartLine::sku).toList();
        var available = locationId == null ? stock.online(skus) : stock.at(locationId, skus);
        return Mono.zip(bySku(skus), available)
                .map(now -> lines.stream()
                        .map(line -> JudgedLine.of(
                                line,
                                now.getT1().get(line.sku()),
                                now.getT2().getOrDefault(line.sku(), 0L),
                                LocalDate.now(clock)))
                        .toList());
    }

    private Mono<Map<String, ProductRecord>> bySku(Collection<String> skus) {
        return products.currentBySku(skus).collectList().map(found -> {
            var bySku = new HashMap<String, ProductRecord>();
            found.forEach(product -> product.variants().forEach(variant -> bySku.put(variant.sku(), product)));
            return bySku;
        });
    }
}
