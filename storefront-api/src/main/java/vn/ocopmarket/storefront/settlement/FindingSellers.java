package vn.ocopmarket.storefront.settlement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.order.OrderLine;
import vn.ocopmarket.storefront.settlement.domain.Commissions;
import vn.ocopmarket.storefront.settlement.domain.Seller;

/** Whose goods are whose, as the catalogue has it. */
final class FindingSellers {

    /** Of goods that the catalogue does not know any more and whose sale names nobody. */
    static final Seller UNKNOWN = new Seller("unknown", "?", "");

    private static final String NO_GROUP = "";

    private static final int SKUS_A_CALL = 50;

    private final FindProducts products;
    private final Commissions commissions;

    FindingSellers(FindProducts products, Commissions commissions) {
        this.products = products;
        this.commissions = commissions;
    }

    /** What the catalogue does not know is not in it; fails when the catalogue is away. */
    Mono<Found> of(Collection<String> skus) {
        return Flux.fromIterable(skus)
                .distinct()
                .buffer(SKUS_A_CALL)
                .concatMap(products::currentBySku)
                .collectList()
                .map(known -> {
                    var bySku = new HashMap<String, ProductRecord>();
                    known.forEach(product -> product.variants().forEach(variant -> bySku.put(variant.sku(), product)));
                    return new Found(bySku, commissions);
                });
    }

    static boolean isKnown(Seller seller) {
        return !seller.id().equals(UNKNOWN.id());
    }

    /** What the catalogue knows of some goods. */
    record Found(Map<String, ProductRecord> bySku, Commissions commissions) {

        Found {
            bySku = Map.copyOf(bySku);
        }

        /** An order names the producer of that day; its legal form is told by the catalogue. */
        Seller of(OrderLine line) {
            var now = of(line.sku());
            var id = line.producerId();
            return id == null || id.equals(now.id()) ? named(now, line) : new Seller(id, line.producer(), kindOf(id));
        }

        private static Seller named(Seller now, OrderLine line) {
            return now.equals(UNKNOWN) ? new Seller(UNKNOWN.id(), line.producer(), "") : now;
        }

        private String kindOf(String producer) {
            return bySku.values().stream()
                    .map(ProductRecord::producer)
                    .filter(known -> known.id().equals(producer))
                    .map(known -> known.kind())
                    .findFirst()
                    .orElse("");
        }

        Seller of(String sku) {
            return Optional.ofNullable(bySku.get(sku))
                    .map(ProductRecord::producer)
                    .map(producer -> new Seller(producer.id(), producer.name(), producer.kind()))
                    .orElse(UNKNOWN);
        }

        int commission(LocalDate day, String seller, String sku) {
            var group = Optional.ofNullable(bySku.get(sku))
                    .map(product -> product.group().code())
                    .orElse(NO_GROUP);
            return commissions.on(day, seller, group);
        }
    }
}
