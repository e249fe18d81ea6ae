package vn.ocopmarket.catalog.stamp.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampNumberTests {

    @ParameterizedTest
    @ValueSource(strings = {"ĐT26-000123", "đt26 000123", "DT26000123", " ĐT.26/000-123 "})
    void readsWhatPeopleWrite(String text) {
        var number = StampNumber.of(text).orElseThrow();

        assertThat(number).hasToString("DT26000123");
        assertThat(number.roll()).isEqualTo("DT/8");
        assertThat(number.position()).isEqualTo(26_000_123);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26000123", "HT", "HT-0001a", "<script>1", "HT1234567890123456789", "HT٣", "HT26+1"})
    void refusesWhatCanBeNone(String text) {
        assertThat(StampNumber.of(text)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(StampNumber.of("H".repeat(61) + "1")).isEmpty();
        assertThat(Imprint.of("H".repeat(21), 4)).isEmpty();
        assertThat(Imprint.of("2026-", 4)).isEmpty();
        assertThat(Imprint.of("HT26-", 13)).isEmpty();
    }

    @Test
    void readsNumbersOfItsPrintAlone() {
        var imprint = Imprint.of("HT26-", 4).orElseThrow();

        assertThat(imprint.read("0101")).isEqualTo(OptionalLong.of(101));
        assertThat(imprint.read("101")).isEqualTo(OptionalLong.of(101));
        assertThat(imprint.read("ht26-0101")).isEqualTo(OptionalLong.of(101));
        assertThat(imprint.read("00101")).isEmpty();
        assertThat(imprint.read("HT25-0101")).isEmpty();
        assertThat(imprint.read("HT27-0101")).isEmpty();
        assertThat(imprint.read("-1")).isEmpty();
        assertThat(imprint.written(7)).isEqualTo("HT26-0007");
    }

    @Test
    void putsTwoPrintsThatAreReadAlikeOnOneRoll() {
        var one = Imprint.of("HT2-", 5).orElseThrow();
        var other = Imprint.of("HT26-", 4).orElseThrow();
        assertThat(one.stamp(0).roll()).isEqualTo(other.stamp(0).roll());

        var claimed = Roll.empty("HT/6").with(new Roll.Claim("a", one.rolled(new Span(60_101, 60_200))));
        assertThat(claimed.against(other.rolled(new Span(200, 300)))).isPresent();
        assertThat(claimed.against(other.rolled(new Span(201, 300)))).isEmpty();
    }
}
