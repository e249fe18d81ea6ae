package vn.ocopmarket.storefront.payout.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.ocopmarket.storefront.payout.domain.Movement;
import vn.ocopmarket.storefront.payout.domain.PayoutReport;

/** Writes a payout into a workbook: what it comes to, what it settles, and what differs. */
record PayoutWorkbook(MessageSource messages, Locale language) {

    private static final int COLUMN_WIDTH = 22;

    byte[] of(PayoutReport report) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "OCOP Market", "1.0")) {
            summary(book.newWorksheet(word("sheet.summary")), report);
            movements(book.newWorksheet(word("movements")), report);
            differences(book.newWorksheet(word("differences")), report);
        }
        return bytes.toByteArray();
    }

    private void summary(Worksheet sheet, PayoutReport report) {
        var payout = report.payout();
        row(sheet, 0, word("payout"), payout.id());
        row(sheet, 1, word("arrives"), payout.arrivesOn().toString());
        row(sheet, 2, word("currency"), payout.amount().currency());
        row(sheet, 3, word("charges"), payout.charges());
        row(sheet, 4, word("refunds"), payout.refunds());
        row(sheet, 5, word("disputes"), payout.disputes());
        row(sheet, 6, word("others"), payout.others());
        row(sheet, 7, word("fees"), -payout.fees());
        row(sheet, 8, word("net"), payout.net());
        row(sheet, 9, word("amount"), payout.amount().amount());
    }

    private void movements(Worksheet sheet, PayoutReport report) {
        row(sheet, 0, word("kind"), word("order"), word("source"), word("gross"), word("fee"), word("net"));
        int at = 1;
        for (var movement : report.payout().movements()) {
            row(
                    sheet,
                    at++,
                    kind(movement.kind()),
                    movement.subject().orderNumber(),
                    movement.source(),
                    movement.gross(),
                    movement.fee(),
                    movement.net());
        }
        sheet.freezePane(0, 1);
    }

    private void differences(Worksheet sheet, PayoutReport report) {
        row(sheet, 0, word("difference"), word("order"), word("source"), word("expected"), word("found"));
        int at = 1;
        for (var difference : report.differences()) {
            row(
                    sheet,
                    at++,
                    word("difference." + difference.kind()),
                    difference.orderNumber(),
                    difference.subject(),
                    difference.expected(),
                    difference.found());
        }
        sheet.freezePane(0, 1);
    }

    private String kind(Movement.Kind kind) {
        return word("kind." + kind);
    }

    private static void row(Worksheet sheet, int row, @Nullable Object... values) {
        for (int column = 0; column < values.length; column++) {
            sheet.width(column, COLUMN_WIDTH);
            switch (values[column]) {
                case null -> {}
                case Number number -> sheet.value(row, column, number);
                case Object other -> sheet.value(row, column, other.toString());
            }
        }
    }

    private String word(String key) {
        return Objects.requireNonNullElse(messages.getMessage("payouts." + key, null, key, language), key);
    }
}
