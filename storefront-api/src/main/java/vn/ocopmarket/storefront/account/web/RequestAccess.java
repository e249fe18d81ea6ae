package vn.ocopmarket.storefront.account.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static vn.ocopmarket.storefront.account.Permission.KEEP_MONEY;
import static vn.ocopmarket.storefront.account.Permission.RECEIVE_STOCK;
import static vn.ocopmarket.storefront.account.Permission.REFUND_ORDERS;
import static vn.ocopmarket.storefront.account.Permission.SEE_ORDERS;
import static vn.ocopmarket.storefront.account.web.AccessRule.needs;
import static vn.ocopmarket.storefront.account.web.AccessRule.open;
import static vn.ocopmarket.storefront.account.web.Elsewhere.HIDDEN;
import static vn.ocopmarket.storefront.account.web.Elsewhere.LEFT_OUT;

import java.util.List;

/** What buyers ask for after they ordered: goods that come back, and invoices. */
final class RequestAccess {

    static final List<AccessRule> LINES = List.of(
            open(GET, "/api/v1/orders/{id}/invoice"),
            open(PUT, "/api/v1/orders/{id}/invoice"),
            open(GET, "/api/v1/orders/{id}/requests"),
            open(POST, "/api/v1/orders/{id}/requests"),
            open(POST, "/api/v1/orders/{id}/requests/{request}/withdrawals"),
            needs(POST, "/api/v1/orders/{id}/drops", REFUND_ORDERS, HIDDEN),
            open(GET, "/orders/{id}/invoice"),
            open(POST, "/orders/{id}/invoice"),
            open(GET, "/orders/{id}/requests"),
            open(POST, "/orders/{id}/requests"),
            open(POST, "/orders/{id}/requests/{request}/withdraw"),
            needs(GET, "/api/v1/requests", SEE_ORDERS, LEFT_OUT),
            needs(GET, "/api/v1/requests/{id}", SEE_ORDERS, HIDDEN),
            needs(POST, "/api/v1/requests/{id}/decisions", REFUND_ORDERS, HIDDEN),
            needs(POST, "/api/v1/requests/{id}/receptions", RECEIVE_STOCK, HIDDEN),
            needs(POST, "/api/v1/requests/{id}/settlements", REFUND_ORDERS, HIDDEN),
            needs(POST, "/api/v1/requests/{id}/tries", REFUND_ORDERS, HIDDEN),
            needs(GET, "/staff/orders/{id}/drops", REFUND_ORDERS, HIDDEN),
            needs(POST, "/staff/orders/{id}/drops", REFUND_ORDERS, HIDDEN),
            needs(GET, "/staff/requests", SEE_ORDERS),
            needs(GET, "/staff/requests/{id}", SEE_ORDERS, HIDDEN),
            needs(POST, "/staff/requests/{id}/decisions", REFUND_ORDERS, HIDDEN),
            needs(POST, "/staff/requests/{id}/receptions", RECEIVE_STOCK, HIDDEN),
            needs(POST, "/staff/requests/{id}/tries", REFUND_ORDERS, HIDDEN),
            needs(GET, "/api/v1/invoices", KEEP_MONEY),
            needs(POST, "/api/v1/invoices/{order}/papers", KEEP_MONEY),
            needs(POST, "/api/v1/invoices/{order}/failures", KEEP_MONEY),
            needs(GET, "/staff/invoices", KEEP_MONEY),
            needs(POST, "/staff/invoices/{order}", KEEP_MONEY));

    private RequestAccess() {}
}
