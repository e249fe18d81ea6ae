package vn.ocopmarket.storefront.pos.domain;

import java.util.regex.Pattern;

/** What a scanner or a clerk typed, reduced to the key it carries. */
public final class ScannedCode {

    private static final Pattern DIGITAL_LINK = Pattern.compile("/01/(\\d{8,14})(?:[/?#].*)?$");
    private static final Pattern ELEMENT_STRING = Pattern.compile("^\\(?01\\)?(\\d{14})(?:\\D.*|(?:10|17|21).+)?$");

    private ScannedCode() {}

    /** The GTIN out of a GS1 Digital Link or a GS1 element string; anything else as it is, without spaces around it. */
    public static String read(String scanned) {
        var text = scanned.strip();
        for (var form : new Pattern[] {DIGITAL_LINK, ELEMENT_STRING}) {
            var found = form.matcher(text);
            if (found.find()) {
                return found.group(1);
            }
        }
        return text;
    }
}
