package vn.ocopmarket.storefront.account.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static vn.ocopmarket.storefront.account.Permission.KEEP_MONEY;
import static vn.ocopmarket.storefront.account.Permission.PROVE_PAYMENTS;
import static vn.ocopmarket.storefront.account.Permission.REFUND_ORDERS;
import static vn.ocopmarket.storefront.account.Permission.SEE_STATEMENTS;
import static vn.ocopmarket.storefront.account.web.AccessRule.needs;
import static vn.ocopmarket.storefront.account.web.AccessRule.open;
import static vn.ocopmarket.storefront.account.web.Elsewhere.HIDDEN;
import static vn.ocopmarket.storefront.account.web.Elsewhere.LEFT_OUT;

import java.util.List;

/** Payments, money that goes back, payouts and settlements. */
final class MoneyAccess {

    static final List<AccessRule> LINES = List.of(
            open(POST, "/api/v1/payments/stripe/webhook"),
            open(POST, "/api/v1/payments/bank-notices"),
            needs(GET, "/api/v1/payments/reconciliation", PROVE_PAYMENTS),
            needs(POST, "/api/v1/payments/reconciliation", PROVE_PAYMENTS),
            needs(GET, "/api/v1/payments/disputes", KEEP_MONEY),
            needs(GET, "/api/v1/payments/transfers", KEEP_MONEY),
            needs(GET, "/api/v1/payments/transfers/reconciliation", KEEP_MONEY),
            needs(POST, "/api/v1/payments/transfers/{id}/matches", KEEP_MONEY),
            needs(POST, "/api/v1/payments/transfers/{id}/returns", KEEP_MONEY),
            needs(GET, "/api/v1/orders/{id}/refunds", REFUND_ORDERS, HIDDEN),
            needs(POST, "/api/v1/orders/{id}/refunds", REFUND_ORDERS, HIDDEN),
            needs(POST, "/api/v1/orders/{id}/refunds/{refund}/transfers", KEEP_MONEY),
            needs(GET, "/api/v1/refunds", KEEP_MONEY),
            needs(GET, "/staff/refunds", REFUND_ORDERS),
            needs(POST, "/staff/refunds/{id}", REFUND_ORDERS, HIDDEN),
            needs(GET, "/api/v1/payouts", KEEP_MONEY),
            needs(GET, "/api/v1/payouts/{id}", KEEP_MONEY),
            needs(POST, "/api/v1/payouts/looks", KEEP_MONEY),
            needs(GET, "/staff/payouts", KEEP_MONEY),
            needs(POST, "/staff/payouts", KEEP_MONEY),
            needs(GET, "/staff/payouts/{id}", KEEP_MONEY),
            needs(GET, "/staff/payouts/{id}/payout.xlsx", KEEP_MONEY),
            needs(GET, "/api/v1/settlements", KEEP_MONEY),
            needs(GET, "/api/v1/settlements/reconciliation", KEEP_MONEY),
            needs(GET, "/api/v1/settlements/{month}", KEEP_MONEY),
            needs(POST, "/api/v1/settlements/{month}/closings", KEEP_MONEY),
            needs(GET, "/staff/settlements", KEEP_MONEY),
            needs(GET, "/staff/settlements/proof", KEEP_MONEY),
            needs(POST, "/staff/settlements/proof", KEEP_MONEY),
            needs(GET, "/staff/settlements/{month}", KEEP_MONEY),
            needs(POST, "/staff/settlements/{month}/closings", KEEP_MONEY),
            needs(GET, "/api/v1/statements", SEE_STATEMENTS, LEFT_OUT),
            needs(GET, "/api/v1/statements/{id}", SEE_STATEMENTS, HIDDEN),
            needs(GET, "/staff/statements", SEE_STATEMENTS, LEFT_OUT),
            needs(GET, "/staff/statements/{id}", SEE_STATEMENTS, HIDDEN),
            needs(GET, "/staff/statements/{id}/statement.xlsx", SEE_STATEMENTS, HIDDEN),
            needs(GET, "/staff/money", KEEP_MONEY),
            needs(POST, "/staff/money/transfers/{id}", KEEP_MONEY),
            needs(POST, "/staff/money/orders/{order}/refunds/{refund}", KEEP_MONEY));

    private MoneyAccess() {}
}
