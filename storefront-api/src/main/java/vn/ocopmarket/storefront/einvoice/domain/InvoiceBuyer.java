package vn.ocopmarket.storefront.einvoice.domain;

import java.util.regex.Pattern;

/**
 * Whom an invoice names. It is never logged.
 *
 * @param taxCode ten digits, with three more for a branch, or the twelve of a personal number
 * @param email where the invoice goes
 */
public record InvoiceBuyer(String name, String taxCode, String address, String email) {

    private static final Pattern TAX_CODE = Pattern.compile("\\d{10}(-\\d{3})?|\\d{12}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final int LONGEST = 300;

    /** Whether it can stand on an invoice. */
    public boolean isComplete() {
        return isText(name)
                && isText(address)
                && TAX_CODE.matcher(taxCode).matches()
                && email.length() <= LONGEST
                && EMAIL.matcher(email).matches();
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    @Override
    public String toString() {
        return "InvoiceBuyer[…]";
    }
}
