package vn.ocopmarket.storefront.account.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static vn.ocopmarket.storefront.account.Permission.CORRECT_STOCK;
import static vn.ocopmarket.storefront.account.Permission.COUNT_STOCK;
import static vn.ocopmarket.storefront.account.Permission.KEEP_LOCATIONS;
import static vn.ocopmarket.storefront.account.Permission.PROVE_STOCK;
import static vn.ocopmarket.storefront.account.Permission.READ_AVAILABILITY;
import static vn.ocopmarket.storefront.account.Permission.RECEIVE_STOCK;
import static vn.ocopmarket.storefront.account.Permission.SEE_LOCATIONS;
import static vn.ocopmarket.storefront.account.Permission.SEE_STOCK;
import static vn.ocopmarket.storefront.account.Permission.TRANSFER_STOCK;
import static vn.ocopmarket.storefront.account.web.AccessRule.needs;
import static vn.ocopmarket.storefront.account.web.Elsewhere.HIDDEN;
import static vn.ocopmarket.storefront.account.web.Elsewhere.LEFT_OUT;
import static vn.ocopmarket.storefront.account.web.Elsewhere.TOLD;

import java.util.List;

/** Locations, stock, its counts and transfers, and what others are told of it. */
final class StockAccess {

    static final List<AccessRule> LINES = List.of(
            needs(GET, "/api/v1/locations", SEE_LOCATIONS),
            needs(POST, "/api/v1/locations", KEEP_LOCATIONS),
            needs(PUT, "/api/v1/locations/{id}", KEEP_LOCATIONS),
            needs(GET, "/api/v1/stock", SEE_STOCK, TOLD),
            needs(GET, "/api/v1/stock/ledger", SEE_STOCK, TOLD),
            needs(GET, "/api/v1/stock/reconciliation", PROVE_STOCK),
            needs(POST, "/api/v1/stock/receipts", RECEIVE_STOCK, TOLD),
            needs(POST, "/api/v1/stock/transfers", TRANSFER_STOCK, TOLD),
            needs(POST, "/api/v1/stock/adjustments", CORRECT_STOCK, TOLD),
            needs(POST, "/api/v1/stock/counts", CORRECT_STOCK, TOLD),
            needs(POST, "/api/v1/stock/returns", RECEIVE_STOCK, TOLD),
            needs(POST, "/api/v1/stock/set-asides", CORRECT_STOCK, TOLD),
            needs(GET, "/api/v1/stock/low", SEE_STOCK, TOLD),
            needs(GET, "/api/v1/stock/near-expiry", SEE_STOCK, TOLD),
            needs(POST, "/api/v1/stock/confirmations", COUNT_STOCK, TOLD),
            needs(PUT, "/api/v1/stock/thresholds", CORRECT_STOCK, TOLD),
            needs(GET, "/staff/stock", SEE_STOCK),
            needs(GET, "/staff/stock/level", SEE_STOCK, TOLD),
            needs(POST, "/staff/stock/adjustments", CORRECT_STOCK, TOLD),
            needs(POST, "/staff/stock/set-asides", CORRECT_STOCK, TOLD),
            needs(POST, "/staff/stock/returns", RECEIVE_STOCK, TOLD),
            needs(GET, "/staff/stock/transfers", SEE_STOCK, LEFT_OUT),
            needs(GET, "/staff/stock/transfers/new", TRANSFER_STOCK),
            needs(POST, "/staff/stock/transfers", TRANSFER_STOCK, TOLD),
            needs(GET, "/staff/stock/transfers/{id}", SEE_STOCK, HIDDEN),
            needs(POST, "/staff/stock/transfers/{id}/receptions", RECEIVE_STOCK, HIDDEN),
            needs(GET, "/staff/stock/lists", SEE_STOCK),
            needs(POST, "/staff/stock/lists/confirmations", COUNT_STOCK, TOLD),
            needs(POST, "/staff/stock/lists/thresholds", CORRECT_STOCK, TOLD),
            needs(GET, "/staff/stock/counts", COUNT_STOCK),
            needs(POST, "/staff/stock/counts", COUNT_STOCK, TOLD),
            needs(GET, "/staff/stock/counts/{id}", COUNT_STOCK, HIDDEN),
            needs(POST, "/staff/stock/counts/{id}/looks", COUNT_STOCK, HIDDEN),
            needs(POST, "/staff/stock/counts/{id}/submissions", COUNT_STOCK, HIDDEN),
            needs(POST, "/staff/stock/counts/{id}/discards", CORRECT_STOCK, HIDDEN),
            needs(POST, "/staff/stock/counts/{id}/returns", CORRECT_STOCK, HIDDEN),
            needs(POST, "/staff/stock/counts/{id}/approvals", CORRECT_STOCK, HIDDEN),
            needs(GET, "/api/v1/stock-counts", COUNT_STOCK, TOLD),
            needs(POST, "/api/v1/stock-counts", COUNT_STOCK, TOLD),
            needs(GET, "/api/v1/stock-counts/{id}", COUNT_STOCK, HIDDEN),
            needs(POST, "/api/v1/stock-counts/{id}/looks", COUNT_STOCK, HIDDEN),
            needs(POST, "/api/v1/stock-counts/{id}/submissions", COUNT_STOCK, HIDDEN),
            needs(POST, "/api/v1/stock-counts/{id}/returns", CORRECT_STOCK, HIDDEN),
            needs(POST, "/api/v1/stock-counts/{id}/discards", CORRECT_STOCK, HIDDEN),
            needs(POST, "/api/v1/stock-counts/{id}/approvals", CORRECT_STOCK, HIDDEN),
            needs(GET, "/api/v1/transfers", SEE_STOCK, LEFT_OUT),
            needs(POST, "/api/v1/transfers", TRANSFER_STOCK, TOLD),
            needs(GET, "/api/v1/transfers/{id}", SEE_STOCK, HIDDEN),
            needs(POST, "/api/v1/transfers/{id}/receptions", RECEIVE_STOCK, HIDDEN),
            needs(GET, "/api/v1/changes", READ_AVAILABILITY),
            needs(GET, "/api/v1/availability", READ_AVAILABILITY),
            needs(GET, "/api/v1/exports/availability", READ_AVAILABILITY),
            needs(GET, "/staff/proof", PROVE_STOCK),
            needs(POST, "/staff/proof", PROVE_STOCK));

    private StockAccess() {}
}
