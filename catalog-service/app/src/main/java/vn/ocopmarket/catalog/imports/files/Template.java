package vn.ocopmarket.catalog.imports.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocopmarket.catalog.imports.Column;

/** Writes an empty list: the columns on the first sheet, and what to put into them on the second. */
@Component
class Template {

    private static final int WIDTH = 24;
    private static final int GUIDE_WIDTH = 90;

    private final MessageSource messages;

    Template(MessageSource messages) {
        this.messages = messages;
    }

    byte[] write(Locale language) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "OCOP Market", "1.0")) {
            writeColumns(workbook, language);
            writeGuide(workbook, language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Codes and dates are text, so that no spreadsheet takes away a leading zero or swaps day and month. */
    private void writeColumns(Workbook workbook, Locale language) {
        var sheet = workbook.newWorksheet(words("import.template.list", language));
        for (var column : Column.values()) {
            var position = column.ordinal();
            sheet.value(0, position, column.key());
            sheet.style(0, position)
                    .bold()
                    .fillColor(column.required() ? "FFE8A3" : "E7E6E6")
                    .set();
            sheet.width(position, WIDTH);
            sheet.comment(0, position, words("import.column." + column.key(), language));
            sheet.style(1, position).format("@").set();
            sheet.range(1, position, 1_000, position).style().format("@").set();
        }
        sheet.freezePane(0, 1);
    }

    private void writeGuide(Workbook workbook, Locale language) {
        var sheet = workbook.newWorksheet(words("import.template.guide", language));
        sheet.value(0, 0, words("import.template.heading.column", language));
        sheet.value(0, 1, words("import.template.heading.required", language));
        sheet.value(0, 2, words("import.template.heading.meaning", language));
        sheet.range(0, 0, 0, 2).style().bold().set();
        Arrays.stream(Column.values()).forEach(column -> {
            var line = column.ordinal() + 1;
            sheet.value(line, 0, column.key());
            sheet.value(line, 1, column.required() ? "*" : "");
            sheet.value(line, 2, words("import.column." + column.key(), language));
        });
        sheet.width(0, WIDTH);
        sheet.width(2, GUIDE_WIDTH);
    }

    private String words(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
