package vn.ocopmarket.catalog.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Makes workbooks for tests. */
final class Sheets {

    private Sheets() {}

    static byte[] workbook(Consumer<Worksheet> content) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            content.accept(workbook.newWorksheet("Danh sách"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void line(Worksheet sheet, int line, List<String> texts) {
        for (int position = 0; position < texts.size(); position++) {
            sheet.value(line, position, texts.get(position));
        }
    }
}
