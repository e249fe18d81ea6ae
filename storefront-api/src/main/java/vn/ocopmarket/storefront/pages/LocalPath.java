package vn.ocopmarket.storefront.pages;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where a form may lead to: nobody is sent elsewhere by a link that looks like ours. */
public final class LocalPath {

    private LocalPath() {}

    /** The path if it is one on this site, without places to be filled in; else the other one. */
    public static String or(@Nullable String next, String otherwise) {
        if (next == null || !next.startsWith("/") || next.startsWith("//")) {
            return otherwise;
        }
        return next.chars().noneMatch(c -> c == '\\' || c == '{' || c < ' ') && isAddress(next) ? next : otherwise;
    }

    /** Nobody can be sent to what is none. */
    private static boolean isAddress(String path) {
        try {
            return !new URI(path).isAbsolute();
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
