package vn.ocopmarket.storefront.browse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.Dossier.Right;
import vn.ocopmarket.contract.product.GroupRef;
import vn.ocopmarket.contract.product.ProducerRef;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Story;
import vn.ocopmarket.contract.product.TaxClass;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.contract.product.Withdrawal;
import vn.ocopmarket.contract.text.VietnameseText;

/** Builds products for tests, each valid for sale unless said otherwise. */
public final class ProductFixture {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final String id;
    private final String name;
    private String producer = "Hợp tác xã Mẫu";
    private PlaceRef place = new PlaceRef("86", "Tỉnh Vĩnh Long", "29335", "Xã Tam Ngãi", List.of(), null);
    private String group = "07";
    private String branch = "I";
    private @Nullable String traceUrl;
    private Dossier dossier = Dossier.NONE;
    private @Nullable Long price = 90_000L;
    private Instant createdAt = Instant.parse("2026-01-01T00:00:00Z");
    private final List<Certificate> certificates = new ArrayList<>();
    private boolean certified = true;
    private @Nullable Story narrative;
    private @Nullable Integer alcoholTenths;

    private ProductFixture(String id, String name) {
        this.id = id;
        this.name = name;
    }

    public static ProductFixture aProduct(String id, String name) {
        return new ProductFixture(id, name);
    }

    public ProductFixture by(String producer) {
        this.producer = producer;
        return this;
    }

    public ProductFixture from(String provinceCode, String province, @Nullable String commune, String... formerNames) {
        this.place = new PlaceRef(
                provinceCode, province, commune == null ? null : "00001", commune, List.of(formerNames), null);
        return this;
    }

    public ProductFixture inGroup(String code) {
        this.group = code;
        return this;
    }

    public ProductFixture inGroup(String code, String branchCode) {
        this.branch = branchCode;
        return inGroup(code);
    }

    public ProductFixture inCommune(String code, String name) {
        this.place = new PlaceRef(
                place.provinceCode(), place.provinceName(), code, name, place.formerNames(), place.asCertified());
        return this;
    }

    public ProductFixture traced() {
        this.traceUrl = "https://truyxuat.example/" + id;
        return this;
    }

    public ProductFixture with(Right right) {
        this.dossier = new Dossier(List.of(), List.of(right), List.of(), null);
        return this;
    }

    public ProductFixture at(@Nullable Long price) {
        this.price = price;
        return this;
    }

    public ProductFixture createdAt(Instant when) {
        this.createdAt = when;
        return this;
    }

    public ProductFixture told(Story story) {
        this.narrative = story;
        return this;
    }

    /** By volume, in tenths of a percent. */
    public ProductFixture withAlcohol(int tenths) {
        this.alcoholTenths = tenths;
        return this;
    }

    public ProductFixture uncertified() {
        this.certified = false;
        return this;
    }

    public ProductFixture certified(int stars, LocalDate from, LocalDate to) {
        return certified(stars, from, to, null);
    }

    public ProductFixture certified(int stars, LocalDate from, LocalDate to, @Nullable Withdrawal withdrawal) {
        var number = "CN-" + id + "-" + (certificates.size() + 1);
        var _ = certificates.add(
                new Certificate(number, "12/QĐ-UBND", "UBND tỉnh", from, to, stars, null, withdrawal, Set.of()));
        return this;
    }

    public ProductFixture stars(int stars) {
        return certified(stars, TODAY.minusYears(1), TODAY.plusYears(2));
    }

    public ProductFixture expired() {
        return certified(4, TODAY.minusYears(4), TODAY.minusDays(1));
    }

    public ProductFixture withdrawn() {
        return certified(
                5,
                TODAY.minusYears(1),
                TODAY.plusYears(2),
                new Withdrawal(TODAY, "Không còn đạt tiêu chí", "9/QĐ-UBND"));
    }

    public String sku() {
        return "SKU-" + id;
    }

    public ProductRecord record() {
        if (certificates.isEmpty() && certified) {
            var _ = stars(4);
        }
        return new ProductRecord(
                id,
                1,
                VietnameseText.slug(name) + "-" + id,
                name,
                new ProducerRef("pr-" + VietnameseText.slug(producer), VietnameseText.slug(producer), producer, "HTX"),
                place,
                new GroupRef(group, "Bộ " + group, "Group " + group, branch, "Thực phẩm", "Food"),
                certificates,
                List.of(new Variant(
                        sku(),
                        null,
                        "Gói 500 g",
                        "500 g",
                        price == null ? null : Money.dong(price),
                        TaxClass.PROCESSED_FOOD)),
                "Câu chuyện của " + name,
                List.of(),
                alcoholTenths,
                traceUrl,
                List.of(),
                true,
                createdAt,
                createdAt,
                dossier,
                narrative);
    }
}
