package vn.ocopmarket.catalog.media.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureLimitsTests {

    @ParameterizedTest
    @CsvSource({
        "JPEG, 8064, 6048, ''",
        "JPEG, 12000, 4000, ''",
        "JPEG, 12001, 10, TOO_MANY_PIXELS",
        "PNG, 7072, 7072, TOO_MANY_PIXELS",
        "WEBP, 4000, 3000, ''",
        "WEBP, 4001, 3000, TOO_MANY_PIXELS",
        "PNG, 0, 5, DAMAGED"
    })
    void knowsWhatIsTooMuch(FileSignature format, long width, long height, String problem) {
        assertThat(PictureLimits.problem(format, width, height).map(Enum::name).orElse(""))
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"640, 480, 1", "3000, 2000, 1", "8064, 6048, 3", "12000, 4166, 3"})
    void readsNoMoreThanItNeeds(long width, long height, int step) {
        assertThat(PictureLimits.step(width, height)).isEqualTo(step);
        assertThat(width / step * (height / step)).isLessThanOrEqualTo(8_000_000);
    }

    @Test
    void makesEverySizeThatIsSmallerAndOneAtMostAsLarge() {
        assertThat(PictureLimits.widths(4000)).containsExactly(160, 320, 640, 1280);
        assertThat(PictureLimits.widths(640)).containsExactly(160, 320, 640);
        assertThat(PictureLimits.widths(700)).containsExactly(160, 320, 640, 700);
        assertThat(PictureLimits.widths(1)).containsExactly(1);
    }

    @Test
    void looksAtBytesAlone() {
        assertThat(FileSignature.of("RIFF1234WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(FileSignature.WEBP);
        assertThat(FileSignature.of("RIFF1234WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(FileSignature.OTHER);
        assertThat(FileSignature.of("\u0000\u0000\u0000\u0018ftypmif1".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(FileSignature.HEIC);
        assertThat(FileSignature.of("<?xml version='1.0'?><SVG>".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(FileSignature.SVG);
        assertThat(FileSignature.of(new byte[0])).isEqualTo(FileSignature.OTHER);
    }
}
