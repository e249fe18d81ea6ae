package vn.ocopmarket.storefront.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.settlement.domain.Withholding.Kept;

class RateFilesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    @Test
    void readsWhatShips() {
        var shipped = new RateFiles("");

        assertThat(shipped.commissions().on(TODAY, "anybody", "01")).isEqualTo(800);
        assertThat(shipped.withholding().on(LocalDate.of(2025, 10, 31), "Hộ", Money.ZERO, Money.dong(1_000_000)))
                .isEqualTo(new Kept(Money.dong(10_000), Money.dong(5_000)));
    }

    @Test
    void prefersTheMarketsOwn() throws IOException {
        Files.writeString(folder.resolve("commissions.csv"), "# ours\n*,*,2026-01-01,9999-12-31,300\n");
        var own = new RateFiles(folder.toString());

        assertThat(own.commissions().on(TODAY, "anybody", "01")).isEqualTo(300);
        assertThat(own.withholding().rates()).isNotEmpty();
    }

    @Test
    void stopsAtAWrongLine() throws IOException {
        Files.writeString(folder.resolve("commissions.csv"), "*,*,2026-01-01,9999-12-31,eight\n");

        assertThatThrownBy(() -> new RateFiles(folder.toString()).commissions())
                .isInstanceOf(NumberFormatException.class);
    }
}
