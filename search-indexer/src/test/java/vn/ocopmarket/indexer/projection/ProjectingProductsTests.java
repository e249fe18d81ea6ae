package vn.ocopmarket.indexer.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.indexer.Sample.availability;
import static vn.ocopmarket.indexer.Sample.certificate;
import static vn.ocopmarket.indexer.Sample.product;
import static vn.ocopmarket.indexer.Sample.variant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.Dossier.Right;
import vn.ocopmarket.contract.product.Dossier.RightKind;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.search.ProductDocument;
import vn.ocopmarket.contract.search.ProductDocument.DayRange;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.indexer.Sample;

class ProjectingProductsTests {

    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");

    private final ProjectingProducts projecting = new ProjectingProducts(SearchCard::toString, () -> NOW);

    @Test
    void namesThePlaceAsItIsAndAsItWas() {
        var document = projecting.document(product("p1", 3, "Nước mắm"), List.of());

        assertThat(document.placeNames())
                .containsExactly("Tỉnh Vĩnh Long", "Xã Cầu Kè", "Tỉnh Trà Vinh", "Huyện Cầu Kè");
        assertThat(document.provinceCode()).isEqualTo("86");
    }

    @Test
    void isFoundByEveryCodeOnAPackOrACertificate() {
        var document = projecting.document(product("p1", 3, "Nước mắm"), List.of());

        assertThat(document.codes()).containsExactly("08936000000004", "8936000000004", "SKU-p1", "p1");
        assertThat(document.codeKeys())
                .as("however they are typed")
                .containsExactly("08936000000004", "8936000000004", "skup1", "p1");
    }

    @Test
    void saysWhenAGeographicalIndicationIsRegistered() {
        var from = LocalDate.parse("2024-05-01");
        var until = LocalDate.parse("2026-04-30");
        var product = with(
                product("p1", 3, "Nước mắm"),
                right(RightKind.GEOGRAPHICAL_INDICATION, from, null),
                right(RightKind.GEOGRAPHICAL_INDICATION, from, until),
                right(RightKind.GEOGRAPHICAL_INDICATION, until, from),
                right(RightKind.TRADEMARK, from, null));

        var document = projecting.document(product, List.of());

        assertThat(document.geographicalIndication())
                .containsExactly(range("2024-05-01", "9999-12-31"), range("2024-05-01", "2026-04-30"));
        assertThat(document.traceable()).isFalse();
        assertThat(document.communeName()).isEqualTo("Xã Cầu Kè");
    }

    private static Right right(RightKind kind, LocalDate from, @Nullable LocalDate until) {
        return new Right(kind, "1", "Nước mắm", "Hội", "Cục", from, until);
    }

    private static ProductRecord with(ProductRecord product, Right... rights) {
        return new ProductRecord(
                product.id(),
                product.revision(),
                product.slug(),
                product.name(),
                product.producer(),
                product.place(),
                product.group(),
                product.certificates(),
                product.variants(),
                product.story(),
                product.media(),
                product.alcoholTenths(),
                product.traceUrl(),
                product.notices(),
                product.sample(),
                product.createdAt(),
                product.updatedAt(),
                new Dossier(List.of(), List.of(rights), List.of(), null),
                null);
    }

    @Test
    void givesTheSpanOfPricesOfTheVariantsThatHaveOne() {
        var product = product(
                "p1",
                1,
                "Nước mắm",
                List.of(),
                List.of(variant("A", 90_000L), variant("B", null), variant("C", 40_000L)));

        var document = projecting.document(product, List.of());

        assertThat(document.minPrice()).isEqualTo(40_000L);
        assertThat(document.maxPrice()).isEqualTo(90_000L);
    }

    @Test
    void hasNoPriceWhenNoVariantHas() {
        var product = product("p1", 1, "Nước mắm", List.of(), List.of(variant("A", null)));

        assertThat(projecting.document(product, List.of()).minPrice()).isNull();
    }

    @Test
    void saysWhereItIsInStockAndKeepsOnlyItsOwnAvailability() {
        var product = product("p1", 1, "Nước mắm");

        var document =
                projecting.document(product, List.of(availability("SKU-p1", 7, 12), availability("SKU-other", 1, 5)));

        assertThat(document.inStock()).isTrue();
        assertThat(document.locations()).containsExactly("kho-ha-noi");
        assertThat(document.availability()).extracting(record -> record.sku()).containsExactly("SKU-p1");
    }

    @Test
    void isOutOfStockWhenNothingCanBeHad() {
        var document = projecting.document(product("p1", 1, "Nước mắm"), List.of(availability("SKU-p1", 7, 0)));

        assertThat(document.inStock()).isFalse();
        assertThat(document.locations()).isEmpty();
    }

    @Test
    void endsTheStarsOfAWithdrawnCertificateOnTheDayBefore() {
        var withdrawn = certificate(
                "c1",
                4,
                LocalDate.parse("2025-01-01"),
                LocalDate.parse("2027-12-31"),
                null,
                LocalDate.parse("2026-03-10"),
                Set.of());

        var document = projecting.document(product("p1", 1, "Mắm", List.of(withdrawn)), List.of());

        assertThat(document.fourStars()).containsExactly(range("2025-01-01", "2026-03-09"));
        assertThat(document.soldOn()).isEqualTo(document.fourStars());
    }

    @Test
    void handsOverFromOneCertificateToTheNextWithoutAGapOrAnOverlap() {
        var first = certificate("c1", 3, "2023-01-01", "2026-06-30");
        var second = certificate("c2", 5, "2026-02-01", "2029-01-31");

        var document = projecting.document(product("p1", 1, "Mắm", List.of(first, second)), List.of());

        assertThat(document.threeStars()).containsExactly(range("2023-01-01", "2026-01-31"));
        assertThat(document.fiveStars()).containsExactly(range("2026-02-01", "2029-01-31"));
        assertThat(document.soldOn()).containsExactly(range("2023-01-01", "2029-01-31"));
    }

    @Test
    void isNeverSoldWithoutAPriceOrACertificate() {
        var unpriced = product(
                "p1", 1, "Mắm", List.of(certificate("c1", 3, "2023-01-01", "2026-06-30")), List.of(variant("A", null)));

        assertThat(projecting.document(unpriced, List.of()).soldOn()).isEmpty();
        assertThat(projecting.document(product("p2", 1, "Mắm", List.of()), List.of()))
                .extracting(ProductDocument::soldOn, ProductDocument::threeStars)
                .containsExactly(List.of(), List.of());
    }

    @Test
    void carriesTheWholeProductForThePage() {
        var product = product("p1", 3, "Nước mắm");

        var document = projecting.document(product, List.of());

        assertThat(document.product()).isEqualTo(product);
        assertThat(document.card()).isEqualTo(SearchCard.of(product, false).toString());
        assertThat(document.createdAt()).isEqualTo(Sample.MADE);
        assertThat(document.indexedAt()).isEqualTo(NOW);
    }

    private static DayRange range(String first, String last) {
        return new DayRange(LocalDate.parse(first), LocalDate.parse(last));
    }
}
