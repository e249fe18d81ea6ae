package vn.ocopmarket.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTests {

    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"})
    void makesTextOfWhatASpreadsheetWouldCalculate(String sign) {
        assertThat(CsvLines.of(List.of(sign + "HYPERLINK(1)"))).isEqualTo("\"'" + sign + "HYPERLINK(1)\"\r\n");
    }

    @Test
    void leavesWordsAndWholeNumbersAsTheyAre() {
        assertThat(CsvLines.of(List.of("Mắm = ruốc", "-12", "", "a\"b")))
                .isEqualTo("\"Mắm = ruốc\",\"-12\",\"\",\"a\"\"b\"\r\n");
        assertThat(CsvLines.of(List.of("-", "-1+2"))).isEqualTo("\"'-\",\"'-1+2\"\r\n");
    }
}
