package vn.ocopmarket.storefront.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatTests {

    private final Format vietnamese = new Format(Locale.of("vi"));
    private final Format english = new Format(Locale.ENGLISH);

    @Test
    void writesDaysAndAmountsInsideOtherText() {
        var text = "5 ★, 2026-01-31 – 2029-01-30, Hộp 500 g, 1250000 ₫";

        assertThat(vietnamese.plain(text)).isEqualTo("5 ★, 31/01/2026 – 30/01/2029, Hộp 500 g, 1.250.000 ₫");
        assertThat(english.plain(text)).isEqualTo("5 ★, 31 Jan 2026 – 30 Jan 2029, Hộp 500 g, 1,250,000 ₫");
    }

    @Test
    void leavesWhatOnlyLooksLikeIt() {
        assertThat(vietnamese.plain("QĐ 2026-02-30, 12026-01-01, 8934602001078, 60.000 ₫"))
                .isEqualTo("QĐ 2026-02-30, 12026-01-01, 8934602001078, 60.000 ₫");
        assertThat(vietnamese.plain(null)).isNull();
    }
}
