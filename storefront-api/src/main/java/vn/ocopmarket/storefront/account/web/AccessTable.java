package vn.ocopmarket.storefront.account.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static vn.ocopmarket.storefront.account.Role.INSPECTOR;
import static vn.ocopmarket.storefront.account.Role.OCOP_OFFICER;
import static vn.ocopmarket.storefront.account.Role.POS_MANAGER;
import static vn.ocopmarket.storefront.account.Role.POS_STAFF;
import static vn.ocopmarket.storefront.account.Role.PRODUCER;
import static vn.ocopmarket.storefront.account.Role.SERVICE;
import static vn.ocopmarket.storefront.account.Role.TRADE_OFFICER;
import static vn.ocopmarket.storefront.account.web.AccessRule.only;
import static vn.ocopmarket.storefront.account.web.AccessRule.open;

import java.util.List;

/**
 * Who may call what. The first line that fits decides. What a member of staff may touch within it (which location, which
 * province) is asked of {@link vn.ocopmarket.storefront.account.StaffMember} by the feature itself.
 */
final class AccessTable {

    /** The JSON API, by bearer token. What is not listed is for administrators only. */
    static final List<AccessRule> API = List.of(
            open(GET, "/api/v1/products/**"),
            open(GET, "/api/v1/suggest"),
            open(null, "/api/v1/carts/**"),
            open(POST, "/api/v1/checkouts"),
            open(GET, "/api/v1/orders/{id}"),
            open(POST, "/api/v1/orders/{id}/cancellations"),
            only(GET, "/api/v1/orders", POS_STAFF, POS_MANAGER),
            only(POST, "/api/v1/orders/{id}/fulfillments", POS_STAFF, POS_MANAGER),
            open(GET, "/api/v1/places/**"),
            open(GET, "/api/v1/fairs/**"),
            open(POST, "/api/v1/payments/stripe/webhook"),
            open(POST, "/api/v1/payments/bank-notices"),
            open(POST, "/api/v1/tokens"),
            open(GET, "/api/openapi.json"),
            open(GET, "/api/docs/**"),
            only(GET, "/api/v1/locations/**", POS_STAFF, POS_MANAGER, TRADE_OFFICER, SERVICE),
            only(POST, "/api/v1/locations"),
            only(PUT, "/api/v1/locations/**"),
            only(GET, "/api/v1/stock/reconciliation", POS_MANAGER),
            only(POST, "/api/v1/stock/adjustments", POS_MANAGER),
            only(POST, "/api/v1/stock/counts", POS_MANAGER),
            only(POST, "/api/v1/stock/transfers", POS_MANAGER, TRADE_OFFICER),
            only(null, "/api/v1/stock/**", POS_STAFF, POS_MANAGER, TRADE_OFFICER),
            only(GET, "/api/v1/changes", SERVICE),
            only(GET, "/api/v1/availability", SERVICE),
            only(GET, "/api/v1/exports/**", SERVICE),
            only(null, "/api/**"));

    /** Pages, by session cookie. What is not listed is the shop, which is open. */
    static final List<AccessRule> PAGES = List.of(
            only(null, "/pos/**", POS_STAFF, POS_MANAGER),
            only(null, "/staff/fairs/**", TRADE_OFFICER),
            only(null, "/staff/**", POS_STAFF, POS_MANAGER, TRADE_OFFICER, OCOP_OFFICER, INSPECTOR, PRODUCER));

    private AccessTable() {}
}
