package vn.ocopmarket.storefront.stockproof;

import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.inventory.StockLine;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.stockproof.domain.OrderedGoods.Finding;
import vn.ocopmarket.storefront.stockproof.domain.OrderedGoods.Remedy;

/** Lets stock follow an order again by the steps that should have done so; each may be repeated at any time. */
final class Mending {

    private static final Logger LOG = LoggerFactory.getLogger(Mending.class);

    private final HoldingStock stock;

    Mending(HoldingStock stock) {
        this.stock = stock;
    }

    /** Complete when everything was tried; a step that fails leaves its finding for the next proof. */
    Mono<Void> mend(Order order, List<Finding> found) {
        return Flux.fromStream(Arrays.stream(Remedy.values()))
                .concatMap(remedy -> apply(remedy, order, skus(found, remedy)))
                .then()
                .onErrorResume(failure -> {
                    LOG.warn("Stock of order {} is not mended yet: {}", order.id(), failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> apply(Remedy remedy, Order order, List<String> skus) {
        if (skus.isEmpty()) {
            return Mono.empty();
        }
        return switch (remedy) {
            case RELEASE -> stock.release(order.id(), skus);
            case HAND_OVER -> stock.handOver(order.id(), skus);
            // One by one, so that a SKU that is gone does not keep the others away.
            case ALLOCATE ->
                Flux.fromIterable(skus).concatMap(sku -> allocate(order, sku)).then();
            case NONE -> Mono.empty();
        };
    }

    private Mono<Void> allocate(Order order, String sku) {
        var lines = order.stockLines().stream()
                .filter(line -> line.sku().equals(sku))
                .toList();
        return stock.allocate(order.id(), StockLine.merged(lines), Goods.source(order), List.of())
                .then();
    }

    private static List<String> skus(List<Finding> found, Remedy remedy) {
        return found.stream()
                .filter(finding -> finding.remedy() == remedy)
                .map(Finding::sku)
                .toList();
    }
}
