package vn.ocopmarket.catalog.access;

import static vn.ocopmarket.catalog.access.Permission.ANSWER_FINDINGS;
import static vn.ocopmarket.catalog.access.Permission.CLOSE_RECALLS;
import static vn.ocopmarket.catalog.access.Permission.EDIT_PRODUCTS;
import static vn.ocopmarket.catalog.access.Permission.INSPECT;
import static vn.ocopmarket.catalog.access.Permission.KEEP_LISTS;
import static vn.ocopmarket.catalog.access.Permission.KEEP_LOTS;
import static vn.ocopmarket.catalog.access.Permission.KEEP_STAMPS;
import static vn.ocopmarket.catalog.access.Permission.SEE_FINDINGS;
import static vn.ocopmarket.catalog.access.Permission.SEE_LISTS;
import static vn.ocopmarket.catalog.access.Permission.SUSPEND_CERTIFICATES;
import static vn.ocopmarket.catalog.access.Scope.EVERYWHERE;
import static vn.ocopmarket.catalog.access.Scope.OWN_PRODUCERS;
import static vn.ocopmarket.catalog.access.Scope.OWN_PROVINCES;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what, and where. An administrator may do everything everywhere. Which endpoint needs which permission is said
 * in the access table of this feature's web adapter; {@code docs/permissions.md} is made from both.
 */
public final class Permissions {

    /** As the storefront writes them into tokens. */
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    private static final String OCOP_OFFICER = "OCOP_OFFICER";
    private static final String INSPECTOR = "INSPECTOR";
    private static final String PRODUCER = "PRODUCER";

    private record Grant(Permission permission, Scope scope, Set<String> roles) {}

    private static final List<Grant> TABLE = List.of(
            grant(KEEP_LISTS, OWN_PROVINCES, OCOP_OFFICER),
            grant(SEE_LISTS, OWN_PROVINCES, OCOP_OFFICER, INSPECTOR),
            grant(SUSPEND_CERTIFICATES, OWN_PROVINCES, OCOP_OFFICER, INSPECTOR),
            grant(SEE_FINDINGS, OWN_PROVINCES, OCOP_OFFICER, INSPECTOR),
            grant(SEE_FINDINGS, OWN_PRODUCERS, PRODUCER),
            grant(INSPECT, OWN_PROVINCES, INSPECTOR),
            grant(ANSWER_FINDINGS, OWN_PRODUCERS, PRODUCER),
            grant(EDIT_PRODUCTS, OWN_PROVINCES, OCOP_OFFICER),
            grant(EDIT_PRODUCTS, OWN_PRODUCERS, PRODUCER),
            grant(KEEP_LOTS, OWN_PROVINCES, OCOP_OFFICER),
            grant(KEEP_LOTS, OWN_PRODUCERS, PRODUCER),
            grant(CLOSE_RECALLS, OWN_PROVINCES, OCOP_OFFICER),
            grant(KEEP_STAMPS, OWN_PROVINCES, OCOP_OFFICER));

    private Permissions() {}

    /** Somewhere at least. */
    public static boolean allow(Caller caller, Permission permission) {
        return caller.roles().stream()
                .anyMatch(role -> !scopes(permission, role).isEmpty());
    }

    /** There. A role reaches only as far as its own scope, whatever other roles the same person has. */
    public static boolean allow(Caller caller, Permission permission, Where where) {
        return caller.roles().stream()
                .flatMap(role -> scopes(permission, role).stream())
                .anyMatch(scope -> scope.covers(caller, where));
    }

    /** How far the role reaches with it; empty when it may not at all. */
    public static Set<Scope> scopes(Permission permission, String role) {
        if (role.equals(ADMINISTRATOR)) {
            return EnumSet.of(EVERYWHERE);
        }
        return TABLE.stream()
                .filter(grant ->
                        grant.permission() == permission && grant.roles().contains(role))
                .map(Grant::scope)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    private static Grant grant(Permission permission, Scope scope, String... roles) {
        return new Grant(permission, scope, Set.of(roles));
    }
}
