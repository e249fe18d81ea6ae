package vn.ocopmarket.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mứt dừa | MỨT  DỪA",
                "Mứt dừa sáp (hộp) | mứt dừa sáp – hộp",
                "Gạo Hoà Bình | Gạo Hòa Bình",
                "Rượu Thuỷ | Rượu Thủy",
            })
    void caseSpacingPunctuationAndTonePlaceDoNotCount(String one, String other) {
        assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({"Mứt dừa, Mứt dứa", "Nước mắm, Nước mầm", "Bánh đa, Bánh da", "Trà 1, Trà 2"})
    void accentsCount(String one, String other) {
        assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
    }

    @Test
    void decomposedTextIsTheSameText() {
        assertThat(NameKey.of(Normalizer.normalize("Chè Shan tuyết", Normalizer.Form.NFD)))
                .isEqualTo(NameKey.of("chè shan tuyết"));
    }
}
