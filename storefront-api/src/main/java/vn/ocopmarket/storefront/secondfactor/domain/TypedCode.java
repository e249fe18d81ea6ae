package vn.ocopmarket.storefront.secondfactor.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody typed where a code is asked for. */
public sealed interface TypedCode {

    /** Characters of a recovery code: 80 random bits. */
    int RECOVERY_CHARACTERS = 16;

    /** Six digits from the app. */
    record OfApp(String digits) implements TypedCode {}

    /** One of those that were written down. */
    record Recovery(String code) implements TypedCode {}

    /** Neither. */
    record Unreadable() implements TypedCode {}

    /** Blanks and hyphens are for the eye; what is written like a letter that codes do not have is the digit. */
    static TypedCode read(String typed) {
        var code = Writing.SEPARATORS.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT);
        if (Writing.OF_APP.matcher(code).matches()) {
            return new OfApp(code);
        }
        return Writing.RECOVERY.matcher(code).matches()
                ? new Recovery(code.replace('o', '0').replace('i', '1').replace('l', '1'))
                : new Unreadable();
    }

    /** In groups of four, as it is shown. */
    static String shown(String recoveryCode) {
        return Writing.GROUP.matcher(recoveryCode).replaceAll("$1-");
    }

    /** How codes are written. */
    final class Writing {

        private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");
        private static final Pattern OF_APP = Pattern.compile("[0-9]{6}");
        private static final Pattern RECOVERY = Pattern.compile("[0-9a-z]{" + RECOVERY_CHARACTERS + "}");
        private static final Pattern GROUP = Pattern.compile("(.{4})(?!$)");

        private Writing() {}
    }
}
