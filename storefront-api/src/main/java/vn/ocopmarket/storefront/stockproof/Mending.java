package vn.ocopmarket.storefront.stockproof;

import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.GivingGoodsAgain;
import vn.ocopmarket.storefront.inventory.HoldingStock;
import vn.ocopmarket.storefront.inventory.StockLine;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.OrderChange;
import vn.ocopmarket.storefront.order.OrderState;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.stockproof.domain.OrderedGoods.Finding;
import vn.ocopmarket.storefront.stockproof.domain.OrderedGoods.Remedy;

/** Lets stock follow an order again by the steps that should have done so; each may be repeated at any time. */
final class Mending {

    private static final Logger LOG = LoggerFactory.getLogger(Mending.class);

    private final HoldingStock stock;
    private final GivingGoodsAgain giving;
    private final Orders orders;

    Mending(HoldingStock stock, GivingGoodsAgain giving, Orders orders) {
        this.stock = stock;
        this.giving = giving;
        this.orders = orders;
    }

    /** Complete when everything was tried; a step that fails leaves its finding for the next proof. */
    Mono<Void> mend(Order order, List<Finding> found) {
        return Flux.fromStream(Arrays.stream(Remedy.values()))
                .concatMap(remedy -> apply(remedy, order, found))
                .then()
                .onErrorResume(failure -> {
                    LOG.warn("Stock of order {} is not mended yet: {}", order.id(), failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> apply(Remedy remedy, Order order, List<Finding> found) {
        var skus = skus(found, remedy);
        if (skus.isEmpty()) {
            return Mono.empty();
        }
        return switch (remedy) {
            case RELEASE -> stock.release(order.id(), skus);
            case HAND_OVER -> stock.handOver(order.id(), skus);
            // One by one, so that a SKU that is gone does not keep the others away.
            case ALLOCATE ->
                Flux.fromIterable(skus)
                        .concatMap(sku -> allocate(order, sku))
                        .then(Mono.defer(() -> tell(order, those(found, remedy))));
            case TELL -> tell(order, those(found, remedy));
            case NONE -> Mono.empty();
        };
    }

    private Mono<Void> allocate(Order order, String sku) {
        var lines = order.stockLines().stream()
                .filter(line -> line.sku().equals(sku))
                .toList();
        var had = Goods.onTheShelf(order).stream()
                .filter(take -> take.sku().equals(sku))
                .toList();
        return giving.allocate(order.id(), StockLine.merged(lines), Goods.source(order), had)
                .then();
    }

    /**
     * Lets the order say which goods it has, since where they go back to and whose they are is read from it. It says so only
     * while nobody packs it or takes anything out of it; what it has too little of is left as it was.
     */
    private Mono<Void> tell(Order order, List<Finding> found) {
        var skus = found.stream().map(Finding::sku).toList();
        return giving.allocated(order.id(), skus)
                .collectList()
                .flatMap(allocated -> Mono.justOrEmpty(Goods.given(order, whole(found, allocated), allocated)))
                .filter(given -> !given.equals(order.preparation().takes()))
                .flatMap(given -> orders.change(
                        order.id(),
                        OrderChange.from(OrderState.CONFIRMED)
                                .takes(given)
                                .shipments(order.shipments().next())))
                .then();
    }

    private static List<String> whole(List<Finding> found, List<Take> allocated) {
        return found.stream()
                .filter(finding -> finding.expected()
                        == allocated.stream()
                                .filter(take -> take.sku().equals(finding.sku()))
                                .mapToLong(Take::quantity)
                                .sum())
                .map(Finding::sku)
                .toList();
    }

    private static List<Finding> those(List<Finding> found, Remedy remedy) {
        return found.stream().filter(finding -> finding.remedy() == remedy).toList();
    }

    private static List<String> skus(List<Finding> found, Remedy remedy) {
        return those(found, remedy).stream().map(Finding::sku).toList();
    }
}
