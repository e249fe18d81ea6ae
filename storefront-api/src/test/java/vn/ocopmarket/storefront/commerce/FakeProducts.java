package vn.ocopmarket.storefront.commerce;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.GroupRef;
import vn.ocopmarket.contract.product.ProducerRef;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.contract.product.Withdrawal;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.browse.ListedProduct;

/** The catalogue in memory: one variant a product, its id is its SKU. What is shown of it may be made to lag behind. */
public final class FakeProducts implements FindProducts {

    private final Map<String, ProductRecord> bySku = new ConcurrentHashMap<>();
    private final Map<String, ProductRecord> shown = new ConcurrentHashMap<>();

    /** What a test product is like. */
    public record Spec(
            String sku,
            long price,
            LocalDate validUntil,
            @Nullable Withdrawal withdrawal,
            TaxClass taxClass,
            @Nullable Integer alcoholTenths) {

        public static Spec of(String sku, long price, LocalDate validUntil) {
            return new Spec(sku, price, validUntil, null, TaxClass.PROCESSED_FOOD, null);
        }

        public Spec withdrawn(LocalDate on) {
            return new Spec(sku, price, validUntil, new Withdrawal(on, "Không đạt", "1/QĐ"), taxClass, alcoholTenths);
        }

        public Spec alcohol() {
            return new Spec(sku, price, validUntil, withdrawal, TaxClass.ALCOHOL, 400);
        }
    }

    public void sell(Spec spec) {
        var certificate = new Certificate(
                "C-" + spec.sku(),
                "123/QĐ-UBND",
                "UBND tỉnh Vĩnh Long",
                spec.validUntil().minusMonths(36),
                spec.validUntil(),
                4,
                null,
                spec.withdrawal(),
                Set.of());
        var variant = new Variant(spec.sku(), null, "Chai 500 ml", null, Money.dong(spec.price()), spec.taxClass());
        bySku.put(
                spec.sku(),
                new ProductRecord(
                        spec.sku(),
                        1,
                        "san-pham-" + spec.sku(),
                        "Sản phẩm " + spec.sku(),
                        new ProducerRef("p", "p", "HTX Mẫu", "HTX"),
                        new PlaceRef("86", "Tỉnh Vĩnh Long", null, null, List.of(), null),
                        new GroupRef("01", "Rau", "Vegetables", "I", "Thực phẩm", "Food"),
                        List.of(certificate),
                        List.of(variant),
                        null,
                        List.of(),
                        spec.alcoholTenths(),
                        null,
                        List.of(),
                        true,
                        Instant.EPOCH,
                        Instant.EPOCH));
    }

    /** Shows a SKU as it is now, whatever becomes of it. */
    public void keepShowing(String sku) {
        shown.put(sku, bySku.get(sku));
    }

    @Override
    public Mono<ListedProduct> byIdOrSlug(String idOrSlug) {
        return byCode(idOrSlug);
    }

    @Override
    public Mono<ListedProduct> byCode(String code) {
        return Mono.justOrEmpty(bySku.get(code)).map(product -> new ListedProduct(product, List.of()));
    }

    @Override
    public Flux<ProductRecord> shownBySku(Collection<String> skus) {
        return Flux.fromIterable(skus).distinct().mapNotNull(sku -> shown.getOrDefault(sku, bySku.get(sku)));
    }

    @Override
    public Flux<ProductRecord> currentBySku(Collection<String> skus) {
        return Flux.fromIterable(skus).distinct().mapNotNull(bySku::get);
    }
}
