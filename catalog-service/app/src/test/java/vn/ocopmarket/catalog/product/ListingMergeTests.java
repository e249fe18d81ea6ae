package vn.ocopmarket.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.catalog.certification.ProductGroups;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.history.FieldChange;
import vn.ocopmarket.catalog.producer.KnownProducer;
import vn.ocopmarket.catalog.product.Listing.Pack;
import vn.ocopmarket.catalog.product.Listing.Recognition;
import vn.ocopmarket.catalog.product.ListingOutcome.Accepted;
import vn.ocopmarket.catalog.product.ListingOutcome.Refused;
import vn.ocopmarket.contract.gs1.Gtin;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.Certificate;

class ListingMergeTests {

    private static final ProductGroups GROUPS = ProductGroups.load();
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final PlaceRef PROVINCE = new PlaceRef("86", "Tỉnh Vĩnh Long", null, null, List.of(), null);
    private static final PlaceRef COMMUNE =
            new PlaceRef("86", "Tỉnh Vĩnh Long", "29335", "Xã Tam Ngãi", List.of(), null);
    private static final Gtin GTIN = Gtin.parse("4006381333931");

    private static final Pack NO_PACK = new Pack(null, null, null, null, null, null);
    private static final Recognition FIRST = recognition("1/QĐ", 2023, 3);

    private static Recognition recognition(String decision, int year, int stars) {
        var issued = LocalDate.of(year, 5, 5);
        return new Recognition(decision, null, issued, issued.plusMonths(36), stars);
    }

    private static Pack pack(@Nullable String sku, @Nullable String label, long price) {
        return new Pack(sku, null, label, null, Money.dong(price), null);
    }

    private static Listing listing(String name, Recognition recognition, Pack pack) {
        return listing(name, PROVINCE, "Thực phẩm", recognition, pack);
    }

    private static Listing listing(String name, PlaceRef place, String group, Recognition recognition, Pack pack) {
        return new Listing(
                name,
                "HTX Thử",
                "HTX",
                place,
                GROUPS.find(group, LocalDate.of(2026, 8, 1)).orElseThrow(),
                null,
                recognition,
                pack,
                null,
                null,
                false,
                1);
    }

    private static ListingRun run(Predicate<String> mayKeepProvince) {
        return new ListingRun("i-1", "i-1", "tester", "list.csv", false, mayKeepProvince);
    }

    private static ListingBatch batch(CatalogProduct... known) {
        return new ListingBatch(
                new ListingMerge(GROUPS.unclassified(), NOW, false),
                run(_ -> true),
                List.of(known),
                List.<KnownProducer>of(),
                Set.of());
    }

    private static CatalogProduct stored(Listing... listings) {
        var batch = batch();
        assertThat(batch.apply(List.of(listings))).allMatch(Accepted.class::isInstance);
        return batch.changes().getFirst().after();
    }

    private static CatalogProduct after(CatalogProduct stored, Listing... listings) {
        var batch = batch(stored);
        assertThat(batch.apply(List.of(listings))).allMatch(Accepted.class::isInstance);
        return batch.changes().isEmpty() ? stored : batch.changes().getFirst().after();
    }

    @Test
    void tellsWhatAListChangedOfAProduct() {
        var stored = stored(listing("Mứt dừa", FIRST, pack("M-1", "Hộp 200 g", 50_000)));
        var changed = after(stored, listing("Mứt dừa", FIRST, pack("M-1", "Hộp 200 g", 60_000)));

        assertThat(stored.history()).extracting(Deed::number).containsExactly(1L);
        assertThat(changed.history()).extracting(Deed::number).containsExactly(1L, 2L);
        assertThat(changed.history().getLast())
                .extracting(Deed::what, Deed::of, Deed::who, Deed::why)
                .containsExactly("IMPORTED", "i-1", "tester", "list.csv");
        assertThat(changed.history().getLast().changes())
                .containsExactly(new FieldChange("variant.price", "M-1", "50000", "60000"));
    }

    @Test
    void theSameLineAgainChangesNothing() {
        var line = listing("Mứt dừa", FIRST, pack("M-1", "Hộp 200 g", 50_000));
        var batch = batch(stored(line));

        assertThat(batch.apply(List.of(line, line))).allMatch(Accepted.class::isInstance);
        assertThat(batch.changes()).isEmpty();
    }

    @Test
    void severalLinesOfOneBatchAreOneRevision() {
        var product = stored(
                listing("Mứt dừa", FIRST, pack("M-1", "Hộp 200 g", 50_000)),
                listing("Mứt dừa", FIRST, pack("M-2", "Hộp 500 g", 110_000)));

        assertThat(product.record().revision()).isEqualTo(1);
        assertThat(product.record().variants()).hasSize(2);
        assertThat(product.record().certificates())
                .singleElement()
                .satisfies(
                        certificate -> assertThat(certificate.coveredSkus()).containsExactlyInAnyOrder("M-1", "M-2"));
    }

    @Test
    void aSecondDecisionJoinsTheHistory() {
        var product = after(
                stored(listing("Mứt dừa", FIRST, NO_PACK)), listing("Mứt dừa", recognition("9/QĐ", 2026, 4), NO_PACK));

        assertThat(product.record().revision()).isEqualTo(2);
        assertThat(product.record().certificates())
                .extracting(Certificate::stars)
                .containsExactly(3, 4);
        assertThat(product.record().certificateOn(LocalDate.of(2026, 11, 21)))
                .map(Certificate::stars)
                .contains(4);
    }

    @Test
    void decisionsOfDifferentYearsMayShareANumber() {
        var product = after(
                stored(listing("Mứt dừa", FIRST, NO_PACK)), listing("Mứt dừa", recognition("1/QĐ", 2026, 4), NO_PACK));

        assertThat(product.record().certificates())
                .extracting(Certificate::number)
                .containsExactly("1/QĐ", "1/QĐ (2026)");
    }

    @Test
    void aVariantThatWasNotReRecognisedIsNotCoveredByTheNewCertificate() {
        var product = after(
                stored(
                        listing("Mứt dừa", FIRST, pack("M-1", "Hộp 200 g", 50_000)),
                        listing("Mứt dừa", FIRST, pack("M-2", "Hộp 500 g", 110_000))),
                listing("Mứt dừa", recognition("9/QĐ", 2026, 4), pack("M-1", "Hộp 200 g", 50_000)));
        var today = LocalDate.of(2026, 11, 21);

        assertThat(product.record().certificateOn(today, "M-1")).isPresent();
        assertThat(product.record().certificateOn(today, "M-2")).isEmpty();
    }

    @Test
    void aSkuNamesItsProductWhateverTheLineCallsIt() {
        var product = after(
                stored(listing("Mứt dừa", FIRST, pack("M-1", "Hộp", 50_000))),
                listing("Mứt dừa sáp", FIRST, pack("M-1", "Hộp", 55_000)));

        assertThat(product.record().name()).isEqualTo("Mứt dừa sáp");
        assertThat(product.identities()).hasSize(2);
        assertThat(product.record().variants().getFirst().price()).isEqualTo(Money.dong(55_000));
    }

    @Test
    void aSkuNeverChanges() {
        var known = stored(listing("Mứt dừa", FIRST, pack("M-1", "Hộp", 50_000)));

        assertThat(batch(known).apply(List.of(listing("Mứt dừa", FIRST, pack("M-9", "Hộp", 50_000)))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.error().code()).isEqualTo("other-sku"));
    }

    @Test
    void aGtinBelongsToOneProduct() {
        var withGtin = new Pack("M-1", GTIN, "Hộp", null, null, null);
        var other = new Pack("K-1", GTIN, "Gói", null, null, null);
        var known = stored(listing("Mứt dừa", FIRST, withGtin));

        var outcomes = batch(known).apply(List.of(listing("Kẹo dừa", FIRST, other)));

        assertThat(outcomes).singleElement().isInstanceOf(Refused.class);
    }

    @Test
    void whatALineDoesNotSayStays() {
        var product = after(
                stored(listing("Mứt dừa", COMMUNE, "07", FIRST, pack("M-1", "Hộp", 50_000))),
                listing("Mứt dừa", PROVINCE, "Thực phẩm", FIRST, new Pack("M-1", null, null, null, null, null)));

        assertThat(product.record().revision()).isEqualTo(1);
        assertThat(product.record().place()).isEqualTo(COMMUNE);
        assertThat(product.record().group().code()).isEqualTo("07");
    }

    @Test
    void productsOfOtherProvincesAreNotForTheCaller() {
        var known = stored(listing("Mứt dừa", FIRST, pack("M-1", "Hộp", 50_000)));
        var batch = new ListingBatch(
                new ListingMerge(GROUPS.unclassified(), NOW, false),
                run(province -> !province.equals("86")),
                List.of(known),
                List.of(),
                Set.of());

        assertThat(batch.apply(List.of(listing("Mứt dừa", FIRST, pack("M-1", "Hộp", 1_000)))))
                .singleElement()
                .isInstanceOf(Refused.class);
        assertThat(batch.changes()).isEmpty();
    }

    @Test
    void namesThatAreTakenGetASlugOfTheirOwn() {
        var batch = new ListingBatch(
                new ListingMerge(GROUPS.unclassified(), NOW, false),
                run(_ -> true),
                List.of(),
                List.of(),
                Set.of("mut-dua"));

        assertThat(batch.apply(List.of(listing("Mứt dừa", FIRST, NO_PACK), listing("Mứt dứa", FIRST, NO_PACK))))
                .allMatch(Accepted.class::isInstance);
        assertThat(batch.changes())
                .extracting(change -> change.after().record().slug())
                .doesNotHaveDuplicates()
                .allMatch(slug -> slug.matches("mut-dua-[0-9a-z]{4}"));
    }

    @Test
    void alcoholCarriesItsNotice() {
        var product = stored(listing("Rượu nếp", PROVINCE, "14", FIRST, NO_PACK));

        assertThat(product.record().notices()).containsExactly(Notices.ALCOHOL_UNDER_18);
    }
}
