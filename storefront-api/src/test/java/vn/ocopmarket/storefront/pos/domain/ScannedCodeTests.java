package vn.ocopmarket.storefront.pos.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannedCodeTests {

    @ParameterizedTest
    @CsvSource({
        "' 8936000000011 ', 8936000000011",
        "OCOP-NM-500, OCOP-NM-500",
        "https://ocopmarket.vn/01/08936000000011/10/L7?17=270501, 08936000000011",
        "https://ocopmarket.vn/01/08936000000011, 08936000000011",
        "(01)08936000000011(10)L7, 08936000000011",
        "010893600000001117270501, 08936000000011",
        "0101234567, 0101234567"
    })
    void readsTheKeyOutOfWhatTheScannerTypes(String scanned, String key) {
        assertThat(ScannedCode.read(scanned)).isEqualTo(key);
    }
}
