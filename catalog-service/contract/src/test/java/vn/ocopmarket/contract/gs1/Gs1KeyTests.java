package vn.ocopmarket.contract.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gs1KeyTests {

    @ParameterizedTest
    @CsvSource({
        "8934602001078, 08934602001078",
        "4006381333931, 04006381333931",
        "96385074, 00000096385074",
        "036000291452, 00036000291452",
        "10614141000415, 10614141000415"
    })
    void keepsEveryPrintedLengthAsFourteenDigits(String printed, String kept) {
        assertThat(Gtin.parse(printed).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8934602001079", "8934602001087", "9834602001078", "893460200107", "89346020010780", "", "abc"})
    void refusesAWrongDigitASwappedPairAndAWrongLength(String printed) {
        assertThatIllegalArgumentException().isThrownBy(() -> Gtin.parse(printed));
    }

    @Test
    void saysWhichCheckDigitWasExpected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gtin.parse("8934602001079"))
                .withMessageContaining("should be 8");
    }

    @Test
    void readsALocationNumberWithItsCheckDigit() {
        assertThat(new Gln("0614141000036").value()).isEqualTo("0614141000036");
        assertThatIllegalArgumentException().isThrownBy(() -> new Gln("0614141000037"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a lot with spaces", "123456789012345678901", "Lô-1"})
    void refusesLotNumbersOutsideTheGs1Set(String lot) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LotNumber(lot));
    }
}
