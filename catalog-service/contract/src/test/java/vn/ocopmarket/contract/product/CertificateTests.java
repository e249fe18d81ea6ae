package vn.ocopmarket.contract.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.ocopmarket.contract.product.CertificateState.EXPIRED;
import static vn.ocopmarket.contract.product.CertificateState.EXTENDED;
import static vn.ocopmarket.contract.product.CertificateState.LATE_FOR_RENEWAL;
import static vn.ocopmarket.contract.product.CertificateState.NOT_YET_VALID;
import static vn.ocopmarket.contract.product.CertificateState.RENEWAL_WINDOW;
import static vn.ocopmarket.contract.product.CertificateState.VALID;
import static vn.ocopmarket.contract.product.CertificateState.WITHDRAWN;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateTests {

    private static final Certificate CERTIFICATE = new Certificate(
            "01/GCN",
            "3981/QĐ-UBND",
            "UBND tỉnh Lâm Đồng",
            LocalDate.of(2026, 8, 5),
            LocalDate.of(2029, 8, 5),
            4,
            null,
            null,
            Set.of());

    @ParameterizedTest
    @CsvSource({
        "2026-08-04, NOT_YET_VALID",
        "2026-08-05, VALID",
        "2029-02-05, VALID",
        "2029-02-06, RENEWAL_WINDOW",
        "2029-04-07, RENEWAL_WINDOW",
        "2029-04-08, LATE_FOR_RENEWAL",
        "2029-08-05, LATE_FOR_RENEWAL",
        "2029-08-06, EXPIRED"
    })
    void goesThroughItsLifeDayByDay(LocalDate day, CertificateState state) {
        assertThat(CERTIFICATE.stateOn(day)).isEqualTo(state);
    }

    @Test
    void showsStarsOnlyWhileItHolds() {
        assertThat(CertificateState.values())
                .filteredOn(CertificateState::showsStars)
                .containsExactly(VALID, RENEWAL_WINDOW, LATE_FOR_RENEWAL, EXTENDED);
    }

    @Test
    void endsOnTheDayOfItsWithdrawal() {
        var day = LocalDate.of(2027, 1, 10);
        var withdrawn = with(CERTIFICATE, null, new Withdrawal(day, "Làm giả hồ sơ", "12/QĐ-UBND"));
        assertThat(withdrawn.stateOn(day.minusDays(1))).isEqualTo(VALID);
        assertThat(withdrawn.stateOn(day)).isEqualTo(WITHDRAWN);
        assertThat(withdrawn.stateOn(LocalDate.of(2030, 1, 1))).isEqualTo(WITHDRAWN);
    }

    @Test
    void holdsOnWhileExtended() {
        var extended = with(CERTIFICATE, LocalDate.of(2030, 2, 1), null);
        assertThat(extended.stateOn(LocalDate.of(2029, 8, 6))).isEqualTo(EXTENDED);
        assertThat(extended.stateOn(LocalDate.of(2030, 2, 1))).isEqualTo(EXTENDED);
        assertThat(extended.stateOn(LocalDate.of(2030, 2, 2))).isEqualTo(EXPIRED);
        assertThat(extended.stateOn(LocalDate.of(2026, 1, 1))).isEqualTo(NOT_YET_VALID);
        assertThat(extended.stateOn(LocalDate.of(2029, 3, 1))).isEqualTo(RENEWAL_WINDOW);
        assertThat(extended.stateOn(LocalDate.of(2029, 8, 1))).isEqualTo(LATE_FOR_RENEWAL);
    }

    @ParameterizedTest
    @CsvSource({"2", "6"})
    void knowsNoOtherStarsThanThreeToFive(int stars) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Certificate(
                        "1",
                        "1",
                        "UBND",
                        CERTIFICATE.issuedOn(),
                        CERTIFICATE.validUntil(),
                        stars,
                        null,
                        null,
                        Set.of()));
    }

    static Certificate with(
            Certificate base,
            @org.jspecify.annotations.Nullable LocalDate extendedUntil,
            @org.jspecify.annotations.Nullable Withdrawal withdrawal) {
        return new Certificate(
                base.number(),
                base.decision(),
                base.issuedBy(),
                base.issuedOn(),
                base.validUntil(),
                base.stars(),
                extendedUntil,
                withdrawal,
                base.coveredSkus());
    }
}
