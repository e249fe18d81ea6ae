package vn.ocopmarket.storefront.pos;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.Channel;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.StockView;

/** What stands on the shelves of a location, found with or without accents. */
public final class FindShelf {

    private static final int MOST_LEVELS = 5_000;
    private static final int SKUS_A_CALL = 50;

    private final FindStock stock;
    private final FindProducts products;
    private final Clock clock;

    FindShelf(FindStock stock, FindProducts products, Clock clock) {
        this.stock = stock;
        this.products = products;
        this.clock = clock;
    }

    /** In the order of the names; empty when nothing fits. What the catalogue does not know is listed by its SKU. */
    public Mono<List<ShelfItem>> find(String locationId, String query) {
        var words = Arrays.stream(VietnameseText.fold(query).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        return stock.levels(null, locationId, null, MOST_LEVELS)
                .collect(Collectors.groupingBy(StockView::sku, LinkedHashMap::new, Collectors.toList()))
                .flatMap(levels -> productsOf(levels.keySet()).map(known -> list(levels, known, words)));
    }

    private Mono<Map<String, ProductRecord>> productsOf(Collection<String> skus) {
        return Flux.fromIterable(skus)
                .buffer(SKUS_A_CALL)
                .flatMapSequential(products::currentBySku, 2)
                .flatMapIterable(product -> product.variants().stream()
                        .map(variant -> Map.entry(variant.sku(), product))
                        .toList())
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private List<ShelfItem> list(
            Map<String, List<StockView>> levels, Map<String, ProductRecord> known, List<String> words) {
        var today = LocalDate.now(clock);
        return levels.entrySet().stream()
                .map(entry -> item(entry.getKey(), known.get(entry.getKey()), entry.getValue(), today))
                .filter(item -> fits(item, words))
                .sorted(Comparator.comparing((ShelfItem item) -> VietnameseText.fold(item.name()))
                        .thenComparing(ShelfItem::sku))
                .toList();
    }

    private static ShelfItem item(String sku, @Nullable ProductRecord product, List<StockView> lots, LocalDate today) {
        return new ShelfItem(
                sku, product, product == null ? null : Eligibility.of(product, sku, today, Channel.COUNTER), lots);
    }

    private static boolean fits(ShelfItem item, List<String> words) {
        var variant = item.variant();
        var text = VietnameseText.fold(String.join(
                " ",
                item.name(),
                item.sku(),
                variant == null ? "" : variant.label(),
                variant == null || variant.gtin() == null ? "" : variant.gtin().value(),
                item.product() == null ? "" : item.product().producer().name()));
        return words.stream().allMatch(text::contains);
    }
}
