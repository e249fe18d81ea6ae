package vn.ocopmarket.indexer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.feed.AvailabilityRecord.AtLocation;
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

/** Products as tests like them. */
public final class Sample {

    public static final Instant MADE = Instant.parse("2026-01-05T03:00:00Z");

    private Sample() {}

    public static ProductRecord product(String id, long revision, String name) {
        return product(id, revision, name, List.of(certificate(id, 4, "2025-01-01", "2027-12-31")));
    }

    public static ProductRecord product(String id, long revision, String name, List<Certificate> certificates) {
        return product(id, revision, name, certificates, List.of(variant(sku(id), 150_000L)));
    }

    public static ProductRecord product(
            String id, long revision, String name, List<Certificate> certificates, List<Variant> variants) {
        return new ProductRecord(
                id,
                revision,
                "slug-" + id,
                name,
                new ProducerRef("producer-1", "htx", "HTX Cầu Kè", "HTX"),
                new PlaceRef(
                        "86", "Tỉnh Vĩnh Long", "29308", "Xã Cầu Kè", List.of("Tỉnh Trà Vinh", "Huyện Cầu Kè"), null),
                new GroupRef("05", "Gia vị", "Spices", "I", "Thực phẩm", "Food"),
                certificates,
                variants,
                "Làm từ cá cơm than.",
                List.of(),
                null,
                null,
                List.of(),
                true,
                MADE,
                MADE);
    }

    public static String sku(String id) {
        return "SKU-" + id;
    }

    public static Variant variant(String sku, @Nullable Long price) {
        return new Variant(
                sku,
                new Gtin("08936000000004"),
                "Chai 500 ml",
                "500 ml",
                price == null ? null : Money.dong(price),
                TaxClass.PROCESSED_FOOD);
    }

    public static Certificate certificate(String number, int stars, String from, String until) {
        return certificate(number, stars, LocalDate.parse(from), LocalDate.parse(until), null, null, Set.of());
    }

    public static Certificate certificate(
            String number,
            int stars,
            LocalDate from,
            LocalDate until,
            @Nullable LocalDate extended,
            @Nullable LocalDate withdrawn,
            Set<String> skus) {
        var withdrawal = withdrawn == null ? null : new Withdrawal(withdrawn, "vi phạm", "12/QĐ-UBND");
        return new Certificate(
                number, "3981/QĐ-UBND", "UBND tỉnh Vĩnh Long", from, until, stars, extended, withdrawal, skus);
    }

    public static AvailabilityRecord availability(String sku, long version, long online) {
        return new AvailabilityRecord(
                sku, version, online, List.of(new AtLocation("kho-ha-noi", "Kho Hà Nội", online)), MADE);
    }
}
