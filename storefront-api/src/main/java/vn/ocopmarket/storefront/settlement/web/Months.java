package vn.ocopmarket.storefront.settlement.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import vn.ocopmarket.storefront.pages.Problem;

/** Months as addresses have them, such as 2026-11. */
final class Months {

    private Months() {}

    static YearMonth parse(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException _) {
            throw Problem.of("not-found", 404);
        }
    }
}
