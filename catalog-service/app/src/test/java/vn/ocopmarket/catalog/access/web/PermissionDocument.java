package vn.ocopmarket.catalog.access.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ocopmarket.catalog.access.Permissions;
import vn.ocopmarket.catalog.access.Scope;

/** The table of endpoints and roles as people read it. */
final class PermissionDocument {

    static final List<String> ROLES = List.of(
            "BUYER",
            "PRODUCER",
            "POS_STAFF",
            "POS_MANAGER",
            "TRADE_OFFICER",
            "OCOP_OFFICER",
            "INSPECTOR",
            "ADMINISTRATOR",
            "SERVICE");

    private PermissionDocument() {}

    static String of(List<AccessRule> lines) {
        var heads = Stream.concat(
                        Stream.concat(Stream.of("endpoint", "anybody"), ROLES.stream()), Stream.of("of another"))
                .toList();
        var rows = Stream.of(row(heads.stream()), row(heads.stream().map(_ -> "---")));
        return Stream.concat(rows, Endpoints.inOrder(lines).stream().map(rule -> row(cells(rule))))
                .collect(Collectors.joining());
    }

    private static Stream<String> cells(AccessRule rule) {
        var endpoint = "`" + rule.method() + " " + rule.pattern().getPatternString() + "`";
        var permission = rule.permission();
        var byRole = ROLES.stream().map(role -> {
            if (permission == null) {
                return "yes";
            }
            var words = Permissions.scopes(permission, role).stream()
                    .map(PermissionDocument::words)
                    .collect(Collectors.joining(", "));
            return words.isEmpty() ? "403" : words;
        });
        return Stream.concat(
                Stream.of(endpoint, permission == null ? "yes" : "401"),
                Stream.concat(byRole, Stream.of(rule.elsewhere().words())));
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
