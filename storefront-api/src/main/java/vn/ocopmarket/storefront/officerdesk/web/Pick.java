package vn.ocopmarket.storefront.officerdesk.web;

import java.util.List;
import java.util.Optional;
import vn.ocopmarket.storefront.SentForm;

/**
 * A ticked row, as it travels through forms.
 *
 * @param number of the certificate; empty when the product has none
 * @param name of the product, shown only
 */
record Pick(String product, long revision, String number, String name) {

    private static final int PARTS = 4;

    private static Optional<Pick> read(String text) {
        var parts = text.split("\\|", PARTS);
        try {
            return parts.length == PARTS
                    ? Optional.of(new Pick(parts[0], Long.parseLong(parts[1]), parts[2], parts[3]))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    static List<Pick> all(SentForm sent) {
        return sent.list("pick").stream().flatMap(text -> read(text).stream()).toList();
    }

    String text() {
        return product + '|' + revision + '|' + number.replace('|', '/') + '|' + name;
    }

    /** For templates. */
    public String value() {
        return text();
    }
}
