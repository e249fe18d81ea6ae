package vn.ocopmarket.storefront.banktransfer.domain;

import vn.ocopmarket.contract.money.Money;

/**
 * The text of a VietQR code: EMVCo merchant-presented mode with the template of NAPAS 247 for a transfer to an account. A
 * banking app fills in everything from it, so that the buyer types nothing.
 */
public final class VietQr {

    private static final String NAPAS = "A000000727";
    private static final String TO_AN_ACCOUNT = "QRIBFTTA";
    private static final String DONG = "704";

    private VietQr() {}

    /**
     * @param bin six digits of the bank
     * @param purpose the transfer's text, in ASCII
     */
    public static String payload(String bin, String account, Money amount, String purpose) {
        var beneficiary = field("00", bin) + field("01", account);
        var service = field("00", NAPAS) + field("01", beneficiary) + field("02", TO_AN_ACCOUNT);
        var text = field("00", "01")
                + field("01", "12")
                + field("38", service)
                + field("53", DONG)
                + field("54", Long.toString(amount.amount()))
                + field("58", "VN")
                + field("62", field("08", purpose))
                + "6304";
        return text + "%04X".formatted(Crc16.of(text));
    }

    private static String field(String id, String value) {
        return "%s%02d%s".formatted(id, value.length(), value);
    }
}
