package vn.ocopmarket.contract.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.Eligibility.Eligible;
import vn.ocopmarket.contract.product.Eligibility.Ineligible;
import vn.ocopmarket.contract.product.Eligibility.Reason;

class EligibilityTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Certificate FOUR_STARS = certificate("A", TODAY.minusYears(1), TODAY.plusYears(2), 4);

    @Test
    void letsACertifiedPricedVariantBeSold() {
        var product = product(List.of(FOUR_STARS), Money.dong(150_000));
        assertThat(Eligibility.of(product, "MAM-500", TODAY)).isEqualTo(new Eligible(FOUR_STARS, Money.dong(150_000)));
    }

    @Test
    void namesEveryReason() {
        var expired = certificate("A", TODAY.minusYears(4), TODAY.minusDays(1), 3);
        var product = product(List.of(expired), null);
        assertThat(reasons(product, TODAY)).containsExactly(Reason.CERTIFICATE_EXPIRED, Reason.NO_PRICE);
        assertThat(reasons(product(List.of(), Money.dong(1)), TODAY)).containsExactly(Reason.NO_CERTIFICATE);
        assertThat(reasons(product(List.of(FOUR_STARS), Money.dong(1)), TODAY.minusYears(2)))
                .containsExactly(Reason.CERTIFICATE_NOT_YET_VALID);
    }

    @Test
    void sellsUntilTheLastDayAndNotOnTheNext() {
        var product = product(List.of(FOUR_STARS), Money.dong(1));
        assertThat(reasons(product, FOUR_STARS.validUntil())).isEmpty();
        assertThat(reasons(product, FOUR_STARS.validUntil().plusDays(1))).containsExactly(Reason.CERTIFICATE_EXPIRED);
    }

    @Test
    void fallsBackToAnEarlierCertificateWhenTheNewerIsWithdrawn() {
        var newer = CertificateTests.with(
                certificate("B", TODAY.minusMonths(1), TODAY.plusYears(3), 5),
                null,
                new Withdrawal(TODAY, "Vi phạm", null));
        var product = product(List.of(newer, FOUR_STARS), Money.dong(1));
        assertThat(product.certificateOn(TODAY.minusDays(1))).contains(newer);
        assertThat(product.stateOn(TODAY.minusDays(1), FOUR_STARS)).isEqualTo(CertificateState.SUPERSEDED);
        assertThat(product.certificateOn(TODAY)).contains(FOUR_STARS);
    }

    @Test
    void coversOnlyTheNamedVariants() {
        var narrow = new Certificate(
                "A",
                "1/QĐ",
                "UBND",
                FOUR_STARS.issuedOn(),
                FOUR_STARS.validUntil(),
                4,
                null,
                null,
                Set.of("ANOTHER-SKU"));
        assertThat(reasons(product(List.of(narrow), Money.dong(1)), TODAY)).containsExactly(Reason.VARIANT_NOT_COVERED);
    }

    @Test
    void wantsEveryDayOfAPeriod() {
        var endsTomorrow = certificate("A", TODAY.minusYears(3), TODAY.plusDays(1), 3);
        var product = product(List.of(endsTomorrow), Money.dong(1));
        assertThat(Eligibility.throughout(product, "MAM-500", TODAY, TODAY.plusDays(1)))
                .isInstanceOf(Eligible.class);
        assertThat(Eligibility.throughout(product, "MAM-500", TODAY, TODAY.plusDays(2)))
                .isEqualTo(new Ineligible(List.of(Reason.CERTIFICATE_EXPIRED)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // tax class, producer, declaration until, safety until, licence until, papers complete, reasons
                "PROCESSED_FOOD, HTX, -, -, -, false, -",
                "PROCESSED_FOOD, HTX, -, -, -, true, QUALITY_DECLARATION_MISSING FOOD_SAFETY_CERTIFICATE_MISSING",
                "PROCESSED_FOOD, hộ, -, -, -, true, QUALITY_DECLARATION_MISSING",
                "PROCESSED_FOOD, HTX, 2026-11-21, 2026-11-21, -, true, -",
                "PROCESSED_FOOD, HTX, 2026-11-20, 2027-01-01, -, true, QUALITY_DECLARATION_EXPIRED",
                "PROCESSED_FOOD, HTX, -, 2026-11-20, -, false, FOOD_SAFETY_CERTIFICATE_EXPIRED",
                "ALCOHOL, HTX, 2027-01-01, 2027-01-01, -, true, ALCOHOL_LICENCE_MISSING",
                "ALCOHOL, HTX, 2027-01-01, 2027-01-01, 2026-01-01, false, ALCOHOL_LICENCE_EXPIRED",
                "GENERAL_GOODS, HTX, -, -, -, true, -"
            })
    void asksForThePapersOfItsGroup(
            TaxClass tax,
            String producer,
            @Nullable LocalDate declaration,
            @Nullable LocalDate safety,
            @Nullable LocalDate licence,
            boolean complete,
            @Nullable String expected) {
        var papers = Stream.of(
                        paper(PaperKind.QUALITY_DECLARATION, declaration),
                        paper(PaperKind.FOOD_SAFETY_CERTIFICATE, safety),
                        paper(PaperKind.ALCOHOL_LICENCE, licence))
                .flatMap(Optional::stream)
                .toList();
        var dossier = new Dossier(List.of(), List.of(), papers, complete ? TODAY : null);
        var product = product(List.of(FOUR_STARS), Money.dong(1), tax, producer, dossier);

        assertThat(reasons(product, TODAY).stream().map(Enum::name).collect(Collectors.joining(" ")))
                .isEqualTo(expected == null ? "" : expected);
        assertThat(Eligibility.whyNot(product, "MAM-500", Occasion.stars(TODAY)))
                .isEmpty();
    }

    @Test
    void neverShowsStarsForWhatAnotherProgrammeRecognised() {
        var recognised = new Dossier(
                List.of(new Dossier.Recognition(
                        Dossier.RecognitionKind.SPECIALITY, "cấp tỉnh", "9/QĐ", "UBND tỉnh", TODAY, null)),
                List.of(),
                List.of(),
                null);
        var product = product(List.of(), Money.dong(1), TaxClass.PROCESSED_FOOD, "HTX", recognised);

        assertThat(Eligibility.whyNot(product, "MAM-500", Occasion.stars(TODAY)))
                .containsExactly(Reason.NO_CERTIFICATE);
        assertThat(product.certificateOn(TODAY)).isEmpty();
    }

    @Test
    void restsWhileItsCertificateIsSuspended() {
        var rests = FOUR_STARS.with(
                FOUR_STARS.life().with(List.of(new Life.Suspension(TODAY, TODAY.plusDays(9), "Kiểm tra", "3/BB"))));
        var product = product(List.of(rests), Money.dong(1));

        assertThat(reasons(product, TODAY.minusDays(1))).isEmpty();
        assertThat(reasons(product, TODAY)).containsExactly(Reason.CERTIFICATE_SUSPENDED);
        assertThat(reasons(product, TODAY.plusDays(9))).containsExactly(Reason.CERTIFICATE_SUSPENDED);
        assertThat(reasons(product, TODAY.plusDays(10))).isEmpty();
    }

    @Test
    void doesNotBringBackMoreStarsWhenTheReRecognitionEnds() {
        var before = FOUR_STARS.with(FOUR_STARS.life().with(new Life.Succession(TODAY.minusDays(5), "B")));
        var after = CertificateTests.with(
                certificate("B", TODAY.minusDays(5), TODAY.plusYears(3), 3),
                null,
                new Withdrawal(TODAY, "Vi phạm", null));
        var product = product(List.of(before, after), Money.dong(1));

        assertThat(product.certificateOn(TODAY.minusDays(6)))
                .map(Certificate::stars)
                .contains(4);
        assertThat(product.certificateOn(TODAY.minusDays(5)))
                .map(Certificate::stars)
                .contains(3);
        assertThat(reasons(product, TODAY)).containsExactly(Reason.CERTIFICATE_WITHDRAWN);
    }

    @Test
    void neitherAdvertisesStrongAlcoholNorSellsItToTheYoung() {
        var spirit = product(List.of(FOUR_STARS), Money.dong(1), TaxClass.ALCOHOL, "HTX", Dossier.NONE);

        assertThat(Eligibility.whyNot(spirit, "MAM-500", Occasion.listing(TODAY, Channel.PROMOTION)))
                .containsExactly(Reason.NOT_TO_BE_ADVERTISED);
        assertThat(Eligibility.whyNot(
                        spirit,
                        "MAM-500",
                        new Occasion(Occasion.Use.LISTED, TODAY, Channel.ONLINE, Occasion.Buyer.UNDER_AGE)))
                .containsExactly(Reason.BUYER_UNDER_AGE);
        assertThat(Eligibility.whyNot(spirit, "MAM-500", Occasion.sale(TODAY, Channel.ONLINE)))
                .isEmpty();
    }

    private static Optional<Dossier.Paper> paper(PaperKind kind, @Nullable LocalDate until) {
        return Optional.ofNullable(until)
                .map(last -> new Dossier.Paper(kind, "1", "Sở Y tế", TODAY.minusYears(2), last, Set.of()));
    }

    private static List<Reason> reasons(ProductRecord product, LocalDate day) {
        return switch (Eligibility.of(product, "MAM-500", day)) {
            case Eligible _ -> List.of();
            case Ineligible refused -> refused.reasons();
        };
    }

    private static Certificate certificate(String number, LocalDate from, LocalDate until, int stars) {
        return new Certificate(number, "1/QĐ-UBND", "UBND tỉnh", from, until, stars, null, null, Set.of());
    }

    private static ProductRecord product(List<Certificate> certificates, @Nullable Money price) {
        return product(certificates, price, TaxClass.PROCESSED_FOOD, "HTX", Dossier.NONE);
    }

    private static ProductRecord product(
            List<Certificate> certificates, @Nullable Money price, TaxClass tax, String producer, Dossier dossier) {
        return new ProductRecord(
                "p1",
                1,
                "nuoc-mam",
                "Nước mắm",
                new ProducerRef("x", "htx", "HTX", producer),
                new PlaceRef("91", "Tỉnh An Giang", null, null, List.of(), null),
                new GroupRef("09", "Nước mắm", "Fish sauce", "I", "Thực phẩm", "Food"),
                certificates,
                List.of(new Variant("MAM-500", null, "500 ml", null, price, tax)),
                null,
                List.of(),
                null,
                null,
                List.of(),
                false,
                Instant.EPOCH,
                Instant.EPOCH,
                dossier,
                null);
    }
}
