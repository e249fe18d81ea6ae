package vn.ocopmarket.storefront.settlement.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import vn.ocopmarket.contract.money.Money;

/** Writes a statement into a workbook: what it comes to, and every line. Figures and dates stay what they are, to reckon with. */
record StatementWorkbook(MessageSource messages, Locale language) {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final double PERCENT = 100.0;

    /** A spreadsheet shows its own reader's separators in their places. */
    private static final String WHOLE = "#,##0";

    private static final String RATE = "0.00";
    private static final String DAY = "dd/mm/yyyy";
    private static final String MOMENT = "dd/mm/yyyy hh:mm";

    private static final int[] SUMMARY_WIDTHS = {34, 40};
    private static final int[] LINE_WIDTHS = {12, 22, 20, 18, 44, 10, 16, 16, 13, 14};

    byte[] of(StatementView statement) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "OCOP Market", "1.0")) {
            summary(book.newWorksheet(word("sheet.summary")), statement);
            lines(book.newWorksheet(word("lines")), statement);
        }
        return bytes.toByteArray();
    }

    private void summary(Worksheet sheet, StatementView statement) {
        var figures = statement.figures();
        widths(sheet, SUMMARY_WIDTHS);
        row(sheet, 0, word("producer"), statement.producer().name());
        row(sheet, 1, word("period"), statement.period());
        row(sheet, 2, word("sales"), figures.sales());
        row(sheet, 3, word("refunds"), figures.refunds());
        row(sheet, 4, word("commission"), minus(figures.commission()));
        row(sheet, 5, word("vat"), minus(figures.vat()));
        row(sheet, 6, word("income-tax"), minus(figures.incomeTax()));
        row(sheet, 7, word("brought-forward"), figures.broughtForward());
        row(sheet, 8, word("due"), figures.due());
        row(sheet, 9, word("carried-forward"), figures.carriedForward());
        row(sheet, 10, word("borne"), figures.borne());
        row(sheet, 11, word("closed"), LocalDateTime.ofInstant(statement.closedAt(), VIETNAM));
        sheet.freezePane(1, 0);
    }

    private void lines(Worksheet sheet, StatementView statement) {
        widths(sheet, LINE_WIDTHS);
        row(
                sheet,
                0,
                word("day"),
                word("kind"),
                word("document"),
                "SKU",
                word("goods"),
                word("units"),
                word("gross"),
                word("paid"),
                word("rate"),
                word("commission"));
        sheet.range(0, 0, 0, LINE_WIDTHS.length - 1)
                .style()
                .bold()
                .wrapText(true)
                .set();
        int at = 1;
        for (var line : statement.lines()) {
            row(
                    sheet,
                    at++,
                    line.day(),
                    word("kind." + line.kind()),
                    line.document(),
                    line.sku(),
                    line.name(),
                    line.units(),
                    line.gross(),
                    line.paid(),
                    line.basisPoints() / PERCENT,
                    line.commission());
        }
        sheet.freezePane(0, 1);
    }

    private static Money minus(Money amount) {
        return Money.ZERO.minus(amount);
    }

    private static void widths(Worksheet sheet, int... widths) {
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, widths[column]);
        }
    }

    private static void row(Worksheet sheet, int row, Object... values) {
        for (int column = 0; column < values.length; column++) {
            put(sheet, row, column, values[column]);
        }
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case Money money -> put(sheet, row, column, money.amount());
            case LocalDate day -> {
                sheet.value(row, column, day);
                format(sheet, row, column, DAY);
            }
            case LocalDateTime moment -> {
                sheet.value(row, column, moment);
                format(sheet, row, column, MOMENT);
            }
            case Number number -> {
                sheet.value(row, column, number);
                format(sheet, row, column, number instanceof Double ? RATE : WHOLE);
            }
            case Object other -> sheet.value(row, column, other.toString());
        }
    }

    private static void format(Worksheet sheet, int row, int column, String format) {
        sheet.style(row, column).format(format).set();
    }

    private String word(String key) {
        return Objects.requireNonNullElse(messages.getMessage("settlement." + key, null, key, language), key);
    }
}
