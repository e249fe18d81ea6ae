package vn.ocopmarket.storefront.age;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateOfBirthTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "2008-11-22, 2026-11-22, true",
        "2008-11-23, 2026-11-22, false",
        "22/11/2008, 2026-11-22, true",
        "23-11-2008, 2026-11-22, false",
        "2008-02-29, 2026-02-28, false",
        "2008-02-29, 2026-03-01, true",
        "1950-01-01, 2026-11-22, true"
    })
    void isOldEnoughOnTheEighteenthBirthday(String born, LocalDate day, boolean old) {
        assertThat(DateOfBirth.read(born, day).orElseThrow().mayBuyAlcohol(day)).isEqualTo(old);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "2026-11-23", "31/2/2000", "1890-01-01", "2000", "2000-13-01", "0000-00-00 00:00:00"})
    void readsNoDayThatCannotBe(String born) {
        assertThat(DateOfBirth.read(born, TODAY)).isEmpty();
    }
}
