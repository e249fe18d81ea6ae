package vn.ocopmarket.storefront.banktransfer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The market's bank account, and how the bank signs what it says. Without an account no transfers are offered.
 *
 * @param bin six digits of the bank
 * @param name of the bank, for people
 * @param holder of the account, for people
 * @param noticeSecret shared with the bank, or with the gateway that speaks for it
 */
@ConfigurationProperties("ocop.bank")
record BankSettings(
        @DefaultValue("") String bin,
        @DefaultValue("") String account,
        @DefaultValue("") String name,
        @DefaultValue("") String holder,
        @DefaultValue("") String noticeSecret) {

    BankSettings {
        if (!account.isBlank()) {
            if (!bin.matches("\\d{6}") || !account.matches("[0-9A-Za-z]{1,19}")) {
                throw new IllegalArgumentException(
                        "BANK_BIN has six digits, BANK_ACCOUNT at most 19 digits and letters");
            }
            if (noticeSecret.isBlank()) {
                throw new IllegalArgumentException(
                        "BANK_NOTICE_SECRET is missing: without it no notice of the bank can be trusted");
            }
        }
    }
}
