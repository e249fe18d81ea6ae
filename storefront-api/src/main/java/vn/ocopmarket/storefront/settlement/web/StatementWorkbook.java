package vn.ocopmarket.storefront.settlement.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import vn.ocopmarket.contract.money.Money;

/** Writes a statement into a workbook: what it comes to, and every line. */
record StatementWorkbook(MessageSource messages, Locale language) {

    private static final int COLUMN_WIDTH = 22;
    private static final double PERCENT = 100.0;

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
    }

    private void lines(Worksheet sheet, StatementView statement) {
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
        int at = 1;
        for (var line : statement.lines()) {
            row(
                    sheet,
                    at++,
                    line.day().toString(),
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

    private static void row(Worksheet sheet, int row, Object... values) {
        for (int column = 0; column < values.length; column++) {
            sheet.width(column, COLUMN_WIDTH);
            switch (values[column]) {
                case Money money -> sheet.value(row, column, money.amount());
                case Number number -> sheet.value(row, column, number);
                case Object other -> sheet.value(row, column, other.toString());
            }
        }
    }

    private String word(String key) {
        return Objects.requireNonNullElse(messages.getMessage("settlement." + key, null, key, language), key);
    }
}
