package vn.ocopmarket.storefront.pos;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.gs1.Gtin;
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

/** A catalogue that a test fills by hand. */
public final class ProductsByHand implements FindProducts {

    private final Map<String, ProductRecord> byId = new ConcurrentSkipListMap<>();

    public void put(ProductRecord product) {
        byId.put(product.id(), product);
    }

    public List<ProductRecord> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public Mono<ListedProduct> byIdOrSlug(String idOrSlug) {
        return first(product -> product.id().equals(idOrSlug) || product.slug().equals(idOrSlug));
    }

    @Override
    public Mono<ListedProduct> byCode(String code) {
        return first(product -> product.variants().stream().anyMatch(variant -> has(variant, code))
                || product.certificates().stream().anyMatch(one -> one.number().equals(code)));
    }

    @Override
    public Flux<ProductRecord> shownBySku(Collection<String> skus) {
        return currentBySku(skus);
    }

    @Override
    public Flux<ProductRecord> currentBySku(Collection<String> skus) {
        return Flux.fromIterable(all())
                .filter(product -> product.variants().stream().map(Variant::sku).anyMatch(skus::contains));
    }

    private Mono<ListedProduct> first(Predicate<ProductRecord> test) {
        return Flux.fromIterable(all()).filter(test).next().map(product -> new ListedProduct(product, List.of()));
    }

    private static boolean has(Variant variant, String code) {
        var gtin = variant.gtin();
        return variant.sku().equals(code) || gtin != null && gtin.value().endsWith(code) && code.length() >= 8;
    }

    /** A product with one variant, four stars from 2025 to the given day. */
    public static ProductRecord product(String sku, String name, long price, LocalDate validUntil) {
        return product(sku, name, null, null, certificate(sku, validUntil, null), price);
    }

    public static ProductRecord withdrawn(ProductRecord product, LocalDate on) {
        var before = product.certificates().getFirst();
        var certificate = certificate(
                product.variants().getFirst().sku(), before.validUntil(), new Withdrawal(on, "Không bảo đảm", "12/QĐ"));
        var variant = product.variants().getFirst();
        return product(
                variant.sku(), product.name(), variant.gtin(), product.alcoholTenths(), certificate, price(variant));
    }

    public static ProductRecord product(
            String sku,
            String name,
            @Nullable Gtin gtin,
            @Nullable Integer alcoholTenths,
            Certificate certificate,
            long price) {
        var variant = new Variant(sku, gtin, "Chai 500 ml", "500 ml", Money.dong(price), TaxClass.PROCESSED_FOOD);
        return new ProductRecord(
                "id-" + sku,
                1,
                "slug-" + sku.toLowerCase(Locale.ROOT),
                name,
                new ProducerRef("p1", "htx-ban-mai", "HTX Ban Mai", "HTX"),
                new PlaceRef("86", "Tỉnh Vĩnh Long", null, null, List.of(), null),
                new GroupRef("07", "Nước mắm", "Fish sauce", "I", "Thực phẩm", "Food"),
                List.of(certificate),
                List.of(variant),
                "Ủ chượp mười hai tháng trong thùng gỗ bời lời, theo cách của ông bà.",
                List.of(),
                alcoholTenths,
                null,
                List.of(),
                true,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    public static Certificate certificate(String number, LocalDate validUntil, @Nullable Withdrawal withdrawal) {
        return new Certificate(
                "GCN-" + number,
                "100/QĐ-UBND",
                "UBND tỉnh",
                LocalDate.of(2025, 1, 1),
                validUntil,
                4,
                null,
                withdrawal,
                Set.of());
    }

    private static long price(Variant variant) {
        var price = variant.price();
        return price == null ? 0 : price.amount();
    }
}
