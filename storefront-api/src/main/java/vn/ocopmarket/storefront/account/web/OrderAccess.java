package vn.ocopmarket.storefront.account.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static vn.ocopmarket.storefront.account.Permission.FULFIL_ORDERS;
import static vn.ocopmarket.storefront.account.Permission.OVERRIDE_PICKUP_CODE;
import static vn.ocopmarket.storefront.account.Permission.SEE_ORDERS;
import static vn.ocopmarket.storefront.account.web.AccessRule.needs;
import static vn.ocopmarket.storefront.account.web.AccessRule.open;
import static vn.ocopmarket.storefront.account.web.Elsewhere.HIDDEN;
import static vn.ocopmarket.storefront.account.web.Elsewhere.LEFT_OUT;
import static vn.ocopmarket.storefront.account.web.Elsewhere.TOLD;

import java.util.List;

/** Orders, for whoever has their link and for those who pack, send and hand them over. */
final class OrderAccess {

    static final List<AccessRule> LINES = List.of(
            open(GET, "/api/v1/orders/{id}"),
            open(POST, "/api/v1/orders/{id}/cancellations"),
            open(GET, "/orders/{id}"),
            open(GET, "/orders/{id}/copy"),
            open(POST, "/orders/{id}/cancel"),
            open(GET, "/orders/{id}/receipt.pdf"),
            open(POST, "/orders/{id}/payments"),
            open(GET, "/orders/lost"),
            open(POST, "/orders/lost"),
            needs(GET, "/api/v1/orders", SEE_ORDERS, LEFT_OUT),
            needs(POST, "/api/v1/orders/{id}/fulfillments", FULFIL_ORDERS, HIDDEN),
            needs(GET, "/api/v1/orders/{id}/shipments", SEE_ORDERS, HIDDEN),
            needs(POST, "/api/v1/orders/{id}/shipments", FULFIL_ORDERS, HIDDEN),
            needs(POST, "/api/v1/orders/{id}/shipments/{number}/steps", FULFIL_ORDERS, HIDDEN),
            needs(POST, "/api/v1/orders/{id}/pickup-endings", FULFIL_ORDERS, HIDDEN),
            needs(GET, "/staff/orders", SEE_ORDERS, LEFT_OUT),
            needs(GET, "/staff/orders/{id}", SEE_ORDERS, HIDDEN),
            needs(GET, "/staff/orders/{id}/slip.pdf", SEE_ORDERS, HIDDEN),
            needs(GET, "/staff/orders/slips.pdf", SEE_ORDERS, HIDDEN),
            needs(POST, "/staff/orders/{id}/parcels", FULFIL_ORDERS, HIDDEN),
            needs(POST, "/staff/orders/{id}/parcels/{number}", FULFIL_ORDERS, HIDDEN),
            needs(POST, "/staff/orders/{id}/recipient", FULFIL_ORDERS, HIDDEN),
            needs(POST, "/staff/orders/{id}/pickup-endings", FULFIL_ORDERS, HIDDEN),
            needs(POST, "/api/v1/orders/{id}/links", FULFIL_ORDERS, HIDDEN),
            open(POST, "/api/v1/order-links"),
            needs(GET, "/staff/order-links", FULFIL_ORDERS),
            needs(POST, "/staff/order-links", FULFIL_ORDERS),
            needs(POST, "/api/v1/orders/{id}/pickup-overrides", OVERRIDE_PICKUP_CODE, HIDDEN),
            needs(GET, "/staff/orders/{id}/pickup-overrides", OVERRIDE_PICKUP_CODE, HIDDEN),
            needs(POST, "/staff/orders/{id}/pickup-overrides", OVERRIDE_PICKUP_CODE, HIDDEN),
            needs(POST, "/api/v1/pickups", FULFIL_ORDERS, TOLD),
            needs(POST, "/api/v1/pickups/handovers", FULFIL_ORDERS, TOLD),
            needs(GET, "/staff/pickups", FULFIL_ORDERS),
            needs(POST, "/staff/pickups", FULFIL_ORDERS, TOLD),
            needs(POST, "/staff/pickups/handovers", FULFIL_ORDERS, TOLD));

    private OrderAccess() {}
}
