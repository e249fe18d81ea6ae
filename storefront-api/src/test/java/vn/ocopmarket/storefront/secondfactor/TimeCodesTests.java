package vn.ocopmarket.storefront.secondfactor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocopmarket.storefront.secondfactor.domain.Base32;
import vn.ocopmarket.storefront.secondfactor.domain.TypedCode;

class TimeCodesTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    /** RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        var at = Instant.ofEpochSecond(second);

        assertThat(TimeCodes.code(SECRET, TimeCodes.stepAt(at))).isEqualTo(code);
        assertThat(TimeCodes.stepOf(code, SECRET, at)).hasValue(TimeCodes.stepAt(at));
    }

    /** RFC 4226, appendix D: codes by counter. */
    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void makesTheCodesOfTheStandardBelow(long counter, String code) {
        assertThat(TimeCodes.code(SECRET, counter)).isEqualTo(code);
    }

    @Test
    void takesTheStepBeforeAndTheOneAfterAndNoOther() {
        var now = Instant.ofEpochSecond(1_000_000_000);
        var step = TimeCodes.stepAt(now);

        for (long beside = -1; beside <= 1; beside++) {
            assertThat(TimeCodes.stepOf(TimeCodes.code(SECRET, step + beside), SECRET, now))
                    .hasValue(step + beside);
        }
        assertThat(TimeCodes.stepOf(TimeCodes.code(SECRET, step - 2), SECRET, now))
                .isEqualTo(OptionalLong.empty());
        assertThat(TimeCodes.stepOf(TimeCodes.code(SECRET, step + 2), SECRET, now))
                .isEqualTo(OptionalLong.empty());
    }

    /** RFC 4648, section 10, without the padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesSecretsAsTheStandardSays(String bytes, String text) {
        assertThat(Base32.of(bytes.getBytes(US_ASCII))).isEqualTo(text);
    }

    @Test
    void readsWhatPeopleType() {
        assertThat(TypedCode.read(" 081 804 ")).isEqualTo(new TypedCode.OfApp("081804"));
        assertThat(TypedCode.read("ABCD-0123-oiL4-5678")).isEqualTo(new TypedCode.Recovery("abcd012301145678"));
        assertThat(TypedCode.read("12345")).isEqualTo(new TypedCode.Unreadable());
        assertThat(TypedCode.read("")).isEqualTo(new TypedCode.Unreadable());
        assertThat(TypedCode.read("٠٨١٨٠٤")).as("other digits").isEqualTo(new TypedCode.Unreadable());
        assertThat(TypedCode.shown("abcd012301145678")).isEqualTo("abcd-0123-0114-5678");
    }
}
