package vn.ocopmarket.storefront.account.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static vn.ocopmarket.storefront.account.Permission.ANSWER_FINDINGS;
import static vn.ocopmarket.storefront.account.Permission.CHECK_SHELVES;
import static vn.ocopmarket.storefront.account.Permission.ENTER_STAFF_ROOMS;
import static vn.ocopmarket.storefront.account.Permission.FOLLOW_RECALLS;
import static vn.ocopmarket.storefront.account.Permission.INSPECT;
import static vn.ocopmarket.storefront.account.Permission.KEEP_LOTS;
import static vn.ocopmarket.storefront.account.Permission.KEEP_STAMPS;
import static vn.ocopmarket.storefront.account.Permission.SEE_FINDINGS;
import static vn.ocopmarket.storefront.account.Permission.SEE_RECALLS;
import static vn.ocopmarket.storefront.account.web.AccessRule.needs;
import static vn.ocopmarket.storefront.account.web.Elsewhere.TOLD;

import java.util.List;

/** Lots, recalls, stamps and findings; the catalogue decides by its own table here too. */
final class TraceAccess {

    static final List<AccessRule> LINES = List.of(
            needs(GET, "/staff/recalls", SEE_RECALLS),
            needs(GET, "/staff/recalls/{lot}", SEE_RECALLS),
            needs(POST, "/staff/recalls/{lot}/shelves/{location}", CHECK_SHELVES, TOLD),
            needs(POST, "/staff/recalls/{lot}/closings", FOLLOW_RECALLS),
            needs(GET, "/staff/recalls/{lot}/evidence", FOLLOW_RECALLS),
            needs(GET, "/staff/lots", KEEP_LOTS),
            needs(POST, "/staff/lots", KEEP_LOTS),
            needs(GET, "/staff/lots/{id}", KEEP_LOTS),
            needs(POST, "/staff/lots/{id}", KEEP_LOTS),
            needs(POST, "/staff/lots/{id}/recalls", KEEP_LOTS),
            needs(GET, "/staff/labels.pdf", ENTER_STAFF_ROOMS),
            needs(GET, "/staff/own-findings", ANSWER_FINDINGS),
            needs(GET, "/staff/own-findings/{finding}", ANSWER_FINDINGS),
            needs(GET, "/staff/own-findings/{finding}/evidence/{sha256}", ANSWER_FINDINGS),
            needs(POST, "/staff/own-findings/{finding}/answers", ANSWER_FINDINGS),
            needs(GET, "/staff/findings", SEE_FINDINGS),
            needs(GET, "/staff/findings/new", INSPECT),
            needs(POST, "/staff/findings", INSPECT),
            needs(GET, "/staff/findings/{finding}", SEE_FINDINGS),
            needs(GET, "/staff/findings/{finding}/evidence/{sha256}", SEE_FINDINGS),
            needs(POST, "/staff/findings/{finding}/evidence", INSPECT),
            needs(POST, "/staff/findings/{finding}/extensions", INSPECT),
            needs(POST, "/staff/findings/{finding}/suspensions", INSPECT),
            needs(POST, "/staff/findings/{finding}/closings", INSPECT),
            needs(GET, "/staff/stamps", KEEP_STAMPS),
            needs(POST, "/staff/stamps", KEEP_STAMPS),
            needs(GET, "/staff/stamps/{batch}", KEEP_STAMPS),
            needs(POST, "/staff/stamps/{batch}/ranges", KEEP_STAMPS),
            needs(POST, "/staff/stamps/{batch}/ranges/{range}/returns", KEEP_STAMPS),
            needs(POST, "/staff/stamps/{batch}/notes", KEEP_STAMPS),
            needs(POST, "/staff/stamps/{batch}/corrections", KEEP_STAMPS));

    private TraceAccess() {}
}
