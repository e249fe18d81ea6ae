package vn.ocopmarket.storefront.account;

import static vn.ocopmarket.storefront.account.Permission.ANSWER_FINDINGS;
import static vn.ocopmarket.storefront.account.Permission.CHECK_SHELVES;
import static vn.ocopmarket.storefront.account.Permission.CORRECT_STOCK;
import static vn.ocopmarket.storefront.account.Permission.COUNT_STOCK;
import static vn.ocopmarket.storefront.account.Permission.ENTER_STAFF_ROOMS;
import static vn.ocopmarket.storefront.account.Permission.EXPLAIN_SEARCH;
import static vn.ocopmarket.storefront.account.Permission.FOLLOW_RECALLS;
import static vn.ocopmarket.storefront.account.Permission.FULFIL_ORDERS;
import static vn.ocopmarket.storefront.account.Permission.INSPECT;
import static vn.ocopmarket.storefront.account.Permission.INVITE_STAFF;
import static vn.ocopmarket.storefront.account.Permission.KEEP_CERTIFICATES;
import static vn.ocopmarket.storefront.account.Permission.KEEP_LOTS;
import static vn.ocopmarket.storefront.account.Permission.KEEP_OWN_PRODUCTS;
import static vn.ocopmarket.storefront.account.Permission.KEEP_STAMPS;
import static vn.ocopmarket.storefront.account.Permission.KEEP_WORDINGS;
import static vn.ocopmarket.storefront.account.Permission.OVERRIDE_PICKUP_CODE;
import static vn.ocopmarket.storefront.account.Permission.PROVE_STOCK;
import static vn.ocopmarket.storefront.account.Permission.READ_AVAILABILITY;
import static vn.ocopmarket.storefront.account.Permission.READ_CHANGES;
import static vn.ocopmarket.storefront.account.Permission.RECEIVE_STOCK;
import static vn.ocopmarket.storefront.account.Permission.REFUND_ORDERS;
import static vn.ocopmarket.storefront.account.Permission.RUN_FAIRS;
import static vn.ocopmarket.storefront.account.Permission.SEE_FINDINGS;
import static vn.ocopmarket.storefront.account.Permission.SEE_LOCATIONS;
import static vn.ocopmarket.storefront.account.Permission.SEE_ORDERS;
import static vn.ocopmarket.storefront.account.Permission.SEE_RECALLS;
import static vn.ocopmarket.storefront.account.Permission.SEE_RECALL_BUYERS;
import static vn.ocopmarket.storefront.account.Permission.SEE_STATEMENTS;
import static vn.ocopmarket.storefront.account.Permission.SEE_STOCK;
import static vn.ocopmarket.storefront.account.Permission.SELL_AT_COUNTER;
import static vn.ocopmarket.storefront.account.Permission.SHOW_TOKEN;
import static vn.ocopmarket.storefront.account.Permission.STOCK_STALLS;
import static vn.ocopmarket.storefront.account.Permission.TRANSFER_STOCK;
import static vn.ocopmarket.storefront.account.Role.ADMINISTRATOR;
import static vn.ocopmarket.storefront.account.Role.BUYER;
import static vn.ocopmarket.storefront.account.Role.INSPECTOR;
import static vn.ocopmarket.storefront.account.Role.OCOP_OFFICER;
import static vn.ocopmarket.storefront.account.Role.POS_MANAGER;
import static vn.ocopmarket.storefront.account.Role.POS_STAFF;
import static vn.ocopmarket.storefront.account.Role.PRODUCER;
import static vn.ocopmarket.storefront.account.Role.SERVICE;
import static vn.ocopmarket.storefront.account.Role.TRADE_OFFICER;
import static vn.ocopmarket.storefront.account.Scope.EVERYWHERE;
import static vn.ocopmarket.storefront.account.Scope.OWN_LOCATIONS;
import static vn.ocopmarket.storefront.account.Scope.OWN_PRODUCERS;
import static vn.ocopmarket.storefront.account.Scope.OWN_PROVINCES;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what, and where. An administrator may do everything everywhere. Which endpoint needs which permission is said
 * in the access table of this feature's web adapter; {@code docs/permissions.md} is made from both.
 */
public final class Permissions {

    private record Grant(Permission permission, Scope scope, Set<Role> roles) {}

    private static final List<Grant> TABLE = List.of(
            grant(ENTER_STAFF_ROOMS, EVERYWHERE, POS_STAFF, POS_MANAGER, TRADE_OFFICER),
            grant(ENTER_STAFF_ROOMS, EVERYWHERE, OCOP_OFFICER, INSPECTOR, PRODUCER),
            grant(SHOW_TOKEN, EVERYWHERE, BUYER, PRODUCER, POS_STAFF, POS_MANAGER),
            grant(SHOW_TOKEN, EVERYWHERE, TRADE_OFFICER, OCOP_OFFICER, INSPECTOR, SERVICE),
            grant(SEE_LOCATIONS, EVERYWHERE, POS_STAFF, POS_MANAGER, TRADE_OFFICER, SERVICE),
            grant(SEE_STOCK, OWN_LOCATIONS, POS_STAFF, POS_MANAGER, TRADE_OFFICER),
            grant(RECEIVE_STOCK, OWN_LOCATIONS, POS_STAFF, POS_MANAGER, TRADE_OFFICER),
            grant(TRANSFER_STOCK, OWN_LOCATIONS, POS_MANAGER, TRADE_OFFICER),
            grant(CORRECT_STOCK, OWN_LOCATIONS, POS_MANAGER),
            grant(COUNT_STOCK, OWN_LOCATIONS, POS_STAFF, POS_MANAGER),
            grant(PROVE_STOCK, EVERYWHERE, POS_MANAGER),
            grant(READ_AVAILABILITY, EVERYWHERE, SERVICE),
            grant(SEE_ORDERS, OWN_LOCATIONS, POS_STAFF, POS_MANAGER),
            grant(FULFIL_ORDERS, OWN_LOCATIONS, POS_STAFF, POS_MANAGER),
            grant(OVERRIDE_PICKUP_CODE, OWN_LOCATIONS, POS_MANAGER),
            grant(REFUND_ORDERS, OWN_LOCATIONS, POS_MANAGER),
            grant(SELL_AT_COUNTER, OWN_LOCATIONS, POS_STAFF, POS_MANAGER),
            grant(RUN_FAIRS, OWN_PROVINCES, TRADE_OFFICER),
            grant(STOCK_STALLS, OWN_LOCATIONS, TRADE_OFFICER),
            grant(STOCK_STALLS, OWN_PROVINCES, TRADE_OFFICER),
            grant(SEE_RECALLS, EVERYWHERE, POS_STAFF, POS_MANAGER, TRADE_OFFICER),
            grant(SEE_RECALLS, EVERYWHERE, OCOP_OFFICER, INSPECTOR, PRODUCER),
            grant(CHECK_SHELVES, OWN_LOCATIONS, POS_STAFF, POS_MANAGER),
            grant(FOLLOW_RECALLS, OWN_PROVINCES, OCOP_OFFICER, INSPECTOR),
            grant(FOLLOW_RECALLS, OWN_PRODUCERS, PRODUCER),
            grant(SEE_RECALL_BUYERS, OWN_PROVINCES, OCOP_OFFICER),
            grant(KEEP_LOTS, OWN_PROVINCES, OCOP_OFFICER),
            grant(KEEP_LOTS, OWN_PRODUCERS, PRODUCER),
            grant(INVITE_STAFF, OWN_LOCATIONS, POS_MANAGER),
            grant(KEEP_CERTIFICATES, OWN_PROVINCES, OCOP_OFFICER),
            grant(SEE_FINDINGS, OWN_PROVINCES, OCOP_OFFICER, INSPECTOR),
            grant(ANSWER_FINDINGS, OWN_PRODUCERS, PRODUCER),
            grant(INSPECT, OWN_PROVINCES, INSPECTOR),
            grant(KEEP_OWN_PRODUCTS, OWN_PRODUCERS, PRODUCER),
            grant(SEE_STATEMENTS, OWN_PRODUCERS, PRODUCER),
            grant(READ_CHANGES, OWN_PROVINCES, OCOP_OFFICER),
            grant(KEEP_STAMPS, OWN_PROVINCES, OCOP_OFFICER),
            grant(KEEP_WORDINGS, EVERYWHERE, OCOP_OFFICER),
            grant(EXPLAIN_SEARCH, EVERYWHERE, OCOP_OFFICER, TRADE_OFFICER));

    private Permissions() {}

    /** Somewhere at least. */
    public static boolean allow(StaffMember member, Permission permission) {
        return member.roles().stream()
                .anyMatch(role -> !scopes(permission, role).isEmpty());
    }

    /** There. A role reaches only as far as its own scope, whatever other roles the same person has. */
    public static boolean allow(StaffMember member, Permission permission, Where where) {
        return member.roles().stream()
                .flatMap(role -> scopes(permission, role).stream())
                .anyMatch(scope -> scope.covers(member, where));
    }

    /** How far the role reaches with it; empty when it may not at all. */
    public static Set<Scope> scopes(Permission permission, Role role) {
        if (role == ADMINISTRATOR) {
            return EnumSet.of(EVERYWHERE);
        }
        return TABLE.stream()
                .filter(grant ->
                        grant.permission() == permission && grant.roles().contains(role))
                .map(Grant::scope)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    private static Grant grant(Permission permission, Scope scope, Role... roles) {
        return new Grant(permission, scope, Set.of(roles));
    }
}
