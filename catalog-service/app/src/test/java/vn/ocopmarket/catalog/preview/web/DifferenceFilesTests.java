package vn.ocopmarket.catalog.preview.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import reactor.core.publisher.Flux;
import vn.ocopmarket.catalog.history.FieldChange;
import vn.ocopmarket.catalog.preview.web.DifferenceController.Difference;

class DifferenceFilesTests {

    private final DifferenceFiles files = new DifferenceFiles(words());

    @Test
    void endsASheetThatGetsTooLongAndSaysSo() throws IOException {
        var differences = Flux.range(1, 3 * DifferenceFiles.MOST_ROWS).map(DifferenceFilesTests::difference);

        var bytes =
                Objects.requireNonNull(files.xlsx(differences, Locale.ENGLISH).block(Duration.ofMinutes(1)));

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(DifferenceFiles.MOST_ROWS + 2);
            assertThat(rows.getLast().getCellText(0)).isEqualTo("import.difference.cut");
        }
    }

    private static Difference difference(int row) {
        return new Difference(
                "p" + row,
                "Mắm",
                "HTX",
                true,
                List.of(row),
                List.of(new FieldChange("name", null, null, "Mắm")),
                List.of());
    }

    private static StaticMessageSource words() {
        var words = new StaticMessageSource();
        words.setUseCodeAsDefaultMessage(true);
        return words;
    }
}
