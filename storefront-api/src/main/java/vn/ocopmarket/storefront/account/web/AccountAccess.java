package vn.ocopmarket.storefront.account.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static vn.ocopmarket.storefront.account.Permission.ADMINISTER;
import static vn.ocopmarket.storefront.account.Permission.ENTER_STAFF_ROOMS;
import static vn.ocopmarket.storefront.account.Permission.INVITE_STAFF;
import static vn.ocopmarket.storefront.account.Permission.SHOW_TOKEN;
import static vn.ocopmarket.storefront.account.web.AccessRule.needs;
import static vn.ocopmarket.storefront.account.web.AccessRule.open;
import static vn.ocopmarket.storefront.account.web.Elsewhere.TOLD;

import java.util.List;

/** Signing in, what is a buyer's own, staff and their accounts, and what only administrators do. */
final class AccountAccess {

    static final List<AccessRule> LINES = List.of(
            open(POST, "/api/v1/tokens"),
            needs(GET, "/api/v1/tokens/current", SHOW_TOKEN),
            open(GET, "/.well-known/jwks.json"),
            open(GET, "/sign-in"),
            open(POST, "/sign-in"),
            open(GET, "/sign-in/provider"),
            open(GET, "/sign-in/callback"),
            open(GET, "/sign-in/code"),
            open(POST, "/sign-in/code"),
            open(GET, "/sign-in/second-factor"),
            open(POST, "/sign-in/second-factor"),
            open(POST, "/sign-out"),
            open(GET, "/my"),
            open(GET, "/my/sign-in"),
            open(POST, "/my/sign-in"),
            open(GET, "/my/sign-in/code"),
            open(POST, "/my/sign-in/code"),
            open(POST, "/my/orders"),
            open(POST, "/my/sign-out"),
            open(POST, "/my/deletion"),
            open(GET, "/password/forgotten"),
            open(POST, "/password/forgotten"),
            open(GET, "/password/{token}"),
            open(POST, "/password/{token}"),
            needs(GET, "/api/v1/parked", ADMINISTER),
            needs(POST, "/api/v1/parked/{kind}/{id}/replays", ADMINISTER),
            needs(POST, "/api/v1/parked/{kind}/{id}/drops", ADMINISTER),
            needs(GET, "/staff/parked", ADMINISTER),
            needs(POST, "/staff/parked", ADMINISTER),
            needs(POST, "/api/v1/signing-keys", ADMINISTER),
            needs(GET, "/staff", ENTER_STAFF_ROOMS),
            needs(POST, "/staff/sign-out-everywhere", ENTER_STAFF_ROOMS),
            needs(GET, "/staff/second-factor", ENTER_STAFF_ROOMS),
            needs(POST, "/staff/second-factor/setup", ENTER_STAFF_ROOMS),
            needs(POST, "/staff/second-factor/confirmation", ENTER_STAFF_ROOMS),
            needs(POST, "/staff/second-factor/recovery-codes", ENTER_STAFF_ROOMS),
            needs(POST, "/staff/second-factor/removal", ENTER_STAFF_ROOMS),
            needs(POST, "/staff/second-factor/resets", ADMINISTER),
            needs(GET, "/staff/invitations", INVITE_STAFF),
            needs(POST, "/staff/invitations", INVITE_STAFF, TOLD));

    private AccountAccess() {}
}
