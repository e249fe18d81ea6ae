package vn.ocopmarket.storefront.account.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ocopmarket.storefront.account.Permissions;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.Scope;

/** The table of endpoints and roles as people read it. */
final class PermissionDocument {

    private PermissionDocument() {}

    static String of(List<AccessRule> lines) {
        var roles = Arrays.stream(Role.values()).map(Role::name);
        var heads = Stream.concat(Stream.concat(Stream.of("endpoint", "anybody"), roles), Stream.of("of another"))
                .toList();
        var rows = Stream.of(row(heads.stream()), row(heads.stream().map(_ -> "---")));
        return Stream.concat(rows, Endpoints.inOrder(lines).stream().map(rule -> row(cells(rule))))
                .collect(Collectors.joining());
    }

    private static Stream<String> cells(AccessRule rule) {
        var path = rule.pattern().getPatternString();
        var endpoint = "`" + rule.method() + " " + path.replace("|", "\\|") + "`";
        var permission = rule.permission();
        if (permission == null) {
            return Stream.concat(
                    Stream.of(endpoint, "yes"),
                    Stream.concat(
                            Arrays.stream(Role.values()).map(_ -> "yes"),
                            Stream.of(rule.elsewhere().words())));
        }
        var stranger = path.startsWith("/api/") ? "401" : "sign-in";
        var byRole = Arrays.stream(Role.values())
                .map(role -> Permissions.scopes(permission, role).stream()
                        .map(PermissionDocument::words)
                        .collect(Collectors.joining(", ")));
        return Stream.concat(
                Stream.of(endpoint, stranger),
                Stream.concat(
                        byRole.map(words -> words.isEmpty() ? "403" : words),
                        Stream.of(rule.elsewhere().words())));
    }

    private static String words(Scope scope) {
        return scope == Scope.EVERYWHERE
                ? "yes"
                : scope.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
