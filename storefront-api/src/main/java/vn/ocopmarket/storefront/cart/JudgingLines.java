package vn.ocopmarket.storefront.cart;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.Supply;

/**
 * Looks at lines on the day of this moment, with the stock of this moment. What binds is judged with the products of this
 * moment too; what is only looked at, with products as indexed, since it is judged again before it binds.
 */
public final class JudgingLines {

    private final FindProducts products;
    private final FindStock stock;
    private final Clock clock;

    JudgingLines(FindProducts products, FindStock stock, Clock clock) {
        this.products = products;
        this.stock = stock;
        this.clock = clock;
    }

    /** For a cart. In the order of the lines; never empty, an empty list for no lines. */
    public Mono<List<JudgedLine>> look(List<CartLine> lines) {
        var skus = skus(lines);
        return judge(lines, products.shownBySku(skus), stock.online(skus));
    }

    /** For an order. In the order of the lines; never empty, an empty list for no lines. */
    public Mono<List<JudgedLine>> judge(List<CartLine> lines) {
        return judge(lines, null);
    }

    /** The same with the stock of one location only, or of all that sell online for null. */
    public Mono<List<JudgedLine>> judge(List<CartLine> lines, @Nullable String locationId) {
        var skus = skus(lines);
        var supply = locationId == null ? stock.online(skus) : stock.at(locationId, skus);
        return judge(lines, products.currentBySku(skus), supply);
    }

    private Mono<List<JudgedLine>> judge(
            List<CartLine> lines, Flux<ProductRecord> found, Mono<Map<String, Supply>> supply) {
        if (lines.isEmpty()) {
            return Mono.just(List.of());
        }
        return Mono.zip(bySku(found), supply)
                .map(now -> lines.stream()
                        .map(line -> JudgedLine.of(
                                line,
                                now.getT1().get(line.sku()),
                                now.getT2().getOrDefault(line.sku(), Supply.NONE),
                                LocalDate.now(clock)))
                        .toList());
    }

    private static List<String> skus(List<CartLine> lines) {
        return lines.stream().map(CartLine::sku).toList();
    }

    private static Mono<Map<String, ProductRecord>> bySku(Flux<ProductRecord> found) {
        return found.collect(
                HashMap::new,
                (bySku, product) -> product.variants().forEach(variant -> bySku.put(variant.sku(), product)));
    }
}
