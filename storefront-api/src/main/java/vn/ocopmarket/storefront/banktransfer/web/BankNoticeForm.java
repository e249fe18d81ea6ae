package vn.ocopmarket.storefront.banktransfer.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.banktransfer.domain.BankNotice;
import vn.ocopmarket.storefront.pages.Problem;

/** A notice as the bank, or the gateway that speaks for it, sends it. */
record BankNoticeForm(
        @Nullable String id,
        @Nullable String account,
        @Nullable Money amount,
        @Nullable String description,
        @Nullable Instant bookedAt) {

    private static final int LONGEST_TEXT = 1_000;

    BankNotice notice() {
        if (id == null || !id.matches("[0-9A-Za-z._:-]{1,100}")) {
            throw invalid("id");
        }
        if (account == null || !account.matches("[0-9A-Za-z]{1,34}")) {
            throw invalid("account");
        }
        if (amount == null || amount.amount() <= 0) {
            throw invalid("amount");
        }
        if (description == null || description.length() > LONGEST_TEXT) {
            throw invalid("description");
        }
        if (bookedAt == null) {
            throw invalid("bookedAt");
        }
        return new BankNotice(id, account, amount, description, bookedAt);
    }

    private static Problem invalid(String field) {
        return Problem.of("invalid-request", 400).with("field", field);
    }
}
