package vn.ocopmarket.catalog.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductGroupsTests {

    private static final ProductGroups GROUPS = ProductGroups.load();
    private static final LocalDate IN_2026 = LocalDate.of(2026, 8, 5);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9 | 2026-08-05 | 09",
                "09 | 2022-01-01 | 08",
                "Nhóm 14 | 2026-08-05 | 14",
                "22 | 2020-05-05 | 20",
                "26 | 2020-05-05 | 26",
                "Tương, nước mắm, gia vị dạng lỏng khác | 2026-08-05 | 09",
                "tuong nuoc mam gia vi dang long khac | 2026-08-05 | 09",
                "Chế biến từ thủy, hải sản | 2021-05-05 | 08",
                "Thực phẩm | 2026-08-05 | I",
                "Đồ uống | 2026-08-05 | II",
                "Hàng thủ công mỹ nghệ | 2026-08-05 | IV",
                "Sinh vật cảnh | 2026-08-05 | V",
                "Rượu trắng | 2020-01-01 | 14",
            })
    void areFoundByNameOrByTheNumberOfTheirTime(String words, LocalDate day, String code) {
        assertThat(GROUPS.find(words, day)).map(group -> group.ref().code()).contains(code);
    }

    @Test
    void ofABareBranchClaimNoMoreThanTheBranch() {
        var group = GROUPS.find("Thực phẩm", IN_2026).orElseThrow().ref();

        assertThat(group.code()).isEqualTo(group.branchCode()).isEqualTo("I");
    }

    @Test
    void thatNeverWereAreNotFound() {
        assertThat(GROUPS.find("Tên lửa", IN_2026)).isEmpty();
        assertThat(GROUPS.find("27", IN_2026)).isEmpty();
    }

    @Test
    void number26OfTheCriteriaInForceWithTheirNotices() {
        assertThat(java.util.stream.IntStream.rangeClosed(1, 26))
                .allSatisfy(number ->
                        assertThat(GROUPS.byCode("%02d".formatted(number))).isPresent());
        assertThat(GROUPS.byCode("14").orElseThrow().notices()).containsExactly("ALCOHOL_UNDER_18");
    }

    @ParameterizedTest
    @CsvSource({"2018-01-01, 2019", "2019-08-21, 2019", "2023-02-24, 2023", "2026-05-21, 2023", "2026-05-22, 2026"})
    void criteriaChangeOnTheirDay(LocalDate day, String version) {
        assertThat(GROUPS.versionOn(day)).isEqualTo(version);
    }
}
