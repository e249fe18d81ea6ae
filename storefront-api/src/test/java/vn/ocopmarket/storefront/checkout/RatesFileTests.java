package vn.ocopmarket.storefront.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import net.jqwik.api.Example;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocopmarket.contract.product.TaxClass;

class RatesFileTests {

    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);

    @ParameterizedTest
    @CsvSource({
        "UNPROCESSED_FARM_PRODUCE, HTX,          2026-11-22,    0, OWN_PRODUCE",
        "UNPROCESSED_FARM_PRODUCE, hộ,           2026-11-22,    0, OWN_PRODUCE",
        "UNPROCESSED_FARM_PRODUCE, doanh nghiệp, 2026-11-22,  500, FARM_PRODUCE",
        "PROCESSED_FOOD,           HTX,          2026-12-31,  800, REDUCED",
        "PROCESSED_FOOD,           HTX,          2027-01-01, 1000, STANDARD",
        "PROCESSED_FOOD,           hộ,           2027-01-01,    0, HOUSEHOLD",
        "GENERAL_GOODS,            cơ sở,        2026-12-31,  800, REDUCED",
        "ALCOHOL,                  doanh nghiệp, 2026-12-31, 1000, SPECIAL_CONSUMPTION",
        "SERVICE,                  '',           2026-12-31,  800, REDUCED"
    })
    void taxesByProcessingSellerAndDay(
            TaxClass taxClass, String seller, LocalDate day, int basisPoints, String reason) {
        var rate = RatesFile.taxRates().on(day, taxClass, seller);

        assertThat(rate.basisPoints()).isEqualTo(basisPoints);
        assertThat(rate.reason()).isEqualTo(reason);
    }

    @Example
    void knowsARateForEveryGoodAndSellerOnEveryDay() {
        var rates = RatesFile.taxRates();
        var sellers = List.of("HTX", "doanh nghiệp", "hộ", "tổ hợp tác", "trang trại", "cơ sở", "hiệp hội", "");

        for (var day = FIRST; day.isBefore(FIRST.plusYears(4)); day = day.plusDays(7)) {
            for (var taxClass : TaxClass.values()) {
                for (var seller : sellers) {
                    assertThat(rates.on(day, taxClass, seller).basisPoints()).isBetween(0, 1_000);
                }
            }
        }
    }

    @Example
    void hasWordsForEveryReason() {
        for (var language : List.of("", "en")) {
            var words = ResourceBundle.getBundle("messages.checkout", Locale.of(language));
            for (var rate : RatesFile.taxRates().rates()) {
                assertThat(words.getString("tax.reason." + rate.reason())).isNotBlank();
            }
        }
    }
}
