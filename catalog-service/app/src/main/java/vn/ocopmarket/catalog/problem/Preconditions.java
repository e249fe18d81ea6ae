package vn.ocopmarket.catalog.problem;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags are revisions. */
public final class Preconditions {

    private static final Pattern TAG = Pattern.compile("^(?:W/)?\"?(\\d{1,18})\"?$");

    private Preconditions() {}

    public static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /** @throws Problem 428 when an edit does not say which revision it was made from, 412 when it names no revision of ours */
    public static long revision(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of("precondition-required", 428);
        }
        var tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.of("stale", 412);
        }
        return Long.parseLong(tag.group(1));
    }
}
