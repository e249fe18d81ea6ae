package vn.ocopmarket.storefront.stockdesk;

import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.browse.FindProducts;

/** What people call a SKU. */
public final class NamingGoods {

    private static final int SKUS_A_CALL = 50;

    private final FindProducts products;

    NamingGoods(FindProducts products) {
        this.products = products;
    }

    /** Names by SKU. What the catalogue does not know has none, and while it is away nothing has: stock goes on without. */
    public Mono<Map<String, String>> names(Collection<String> skus) {
        return Flux.fromIterable(skus)
                .distinct()
                .buffer(SKUS_A_CALL)
                .flatMapSequential(products::currentBySku, 2)
                .flatMapIterable(NamingGoods::named)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .onErrorReturn(Map.of());
    }

    private static Iterable<Map.Entry<String, String>> named(ProductRecord product) {
        return product.variants().stream()
                .map(variant -> Map.entry(variant.sku(), product.name() + " · " + variant.label()))
                .toList();
    }
}
