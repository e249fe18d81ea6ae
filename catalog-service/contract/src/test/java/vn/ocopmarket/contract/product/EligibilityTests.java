package vn.ocopmarket.contract.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
        return new ProductRecord(
                "p1",
                1,
                "nuoc-mam",
                "Nước mắm",
                new ProducerRef("x", "htx", "HTX", "HTX"),
                new PlaceRef("91", "Tỉnh An Giang", null, null, List.of(), null),
                new GroupRef("09", "Nước mắm", "Fish sauce", "I", "Thực phẩm", "Food"),
                certificates,
                List.of(new Variant("MAM-500", null, "500 ml", null, price, TaxClass.PROCESSED_FOOD)),
                null,
                List.of(),
                null,
                null,
                List.of(),
                false,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
