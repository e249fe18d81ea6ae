package vn.ocopmarket.catalog.access.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.ocopmarket.catalog.access.Permission;

/**
 * One line of the table of who may call what.
 *
 * @param method or null for every method
 * @param pattern as in the mapping of the endpoint
 * @param permission that it takes, or null when everybody may, signed in or not
 */
record AccessRule(
        @Nullable HttpMethod method,
        PathPattern pattern,
        @Nullable Permission permission,
        Elsewhere elsewhere) {

    static AccessRule open(@Nullable HttpMethod method, String pattern) {
        return new AccessRule(method, parse(pattern), null, Elsewhere.NOTHING);
    }

    static AccessRule needs(@Nullable HttpMethod method, String pattern, Permission permission) {
        return new AccessRule(method, parse(pattern), permission, Elsewhere.NOTHING);
    }

    static AccessRule needs(@Nullable HttpMethod method, String pattern, Permission permission, Elsewhere elsewhere) {
        return new AccessRule(method, parse(pattern), permission, elsewhere);
    }

    /** Who may get something may ask for its head. */
    boolean fits(HttpMethod asked, PathContainer path) {
        var sameMethod = method == null
                || method.equals(asked)
                || HttpMethod.GET.equals(method) && HttpMethod.HEAD.equals(asked);
        return sameMethod && pattern.matches(path);
    }

    private static PathPattern parse(String pattern) {
        return PathPatternParser.defaultInstance.parse(pattern);
    }
}
