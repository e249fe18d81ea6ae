package vn.ocopmarket.catalog.imports.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.contract.money.Money;

class CellsTests {

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-21",
        "21/11/2026, 2026-11-21",
        "5/8/2026, 2026-08-05",
        "05-08-2026, 2026-08-05",
        "5.8.2026, 2026-08-05",
        "29/2/2024, 2024-02-29",
        "2026-11-21T00:00, 2026-11-21",
    })
    void datesAreReadDayFirst(String text, String date) {
        assertThat(DateText.read(text)).map(Object::toString).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13/13/2024", "30/2/2025", "11/21/2026", "hôm nay", "21/11", "21/11/26", "45000"})
    void whatIsNoDayOfTheCalendarIsNoDate(String text) {
        assertThat(DateText.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "150000 | 150000",
                "150.000 | 150000",
                "150,000 đ | 150000",
                "1.250.000 VND | 1250000",
                "150 000₫ | 150000",
                "85000.0 | 85000",
                "85.000 đồng | 85000",
            })
    void pricesAreWholeDong(String text, long amount) {
        assertThat(PriceText.read(text)).contains(Money.dong(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "12.5", "1.50", "liên hệ", "150.00.0", "9999999999999", "85k"})
    void whatIsNoWholeAmountIsNoPrice(String text) {
        assertThat(PriceText.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "4 sao, 4", "4*, 4", "★★★, 3", "5 stars, 5", "3.0, 3", "6, 6", "0, 0"})
    void starsAreNumbersOrDrawn(String text, int stars) {
        assertThat(StarText.read(text)).hasValue(stars);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bốn", "4-5", "", "4,5"})
    void whatIsNoNumberIsNoStars(String text) {
        assertThat(StarText.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "036000291452, false, 00036000291452",
        "36000291452, true, 00036000291452",
        "4006381333931, false, 04006381333931",
        "4006 3813 3393 1, false, 04006381333931",
    })
    void gtinsKeepTheirValueWhateverTheSpreadsheetDid(String text, boolean number, String value) {
        assertThat(GtinText.read(text, number))
                .isInstanceOfSatisfying(
                        GtinText.Right.class,
                        right -> assertThat(right.gtin().value()).isEqualTo(value));
    }

    @ParameterizedTest
    @CsvSource({
        "4006381333932, WrongCheckDigit",
        "36000291452, WrongLength",
        "4.00638E+12, NotDigits",
        "893ABC, NotDigits",
        "123456789012345, WrongLength",
    })
    void gtinsThatCannotBeSayWhy(String text, String why) {
        assertThat(GtinText.read(text, false).getClass().getSimpleName()).isEqualTo(why);
    }
}
