package vn.ocopmarket.storefront.account.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static vn.ocopmarket.storefront.account.Permission.EXPLAIN_SEARCH;
import static vn.ocopmarket.storefront.account.Permission.KEEP_VOUCHERS;
import static vn.ocopmarket.storefront.account.Permission.KEEP_WORDINGS;
import static vn.ocopmarket.storefront.account.Permission.RUN_FAIRS;
import static vn.ocopmarket.storefront.account.web.AccessRule.needs;
import static vn.ocopmarket.storefront.account.web.Elsewhere.HIDDEN;
import static vn.ocopmarket.storefront.account.web.Elsewhere.LEFT_OUT;
import static vn.ocopmarket.storefront.account.web.Elsewhere.TOLD;

import java.util.List;

/** Fairs, vouchers, and how the search answers. */
final class SellingAccess {

    static final List<AccessRule> LINES = List.of(
            needs(GET, "/api/v1/products/explain", EXPLAIN_SEARCH),
            needs(GET, "/staff/search", EXPLAIN_SEARCH),
            needs(GET, "/api/v1/wordings", KEEP_WORDINGS),
            needs(POST, "/api/v1/wordings", KEEP_WORDINGS),
            needs(GET, "/api/v1/wordings/{id}", KEEP_WORDINGS),
            needs(PUT, "/api/v1/wordings/{id}", KEEP_WORDINGS),
            needs(POST, "/api/v1/wordings/{id}/publications", KEEP_WORDINGS),
            needs(POST, "/api/v1/wordings/{id}/withdrawals", KEEP_WORDINGS),
            needs(POST, "/api/v1/wordings/{id}/previews", KEEP_WORDINGS),
            needs(GET, "/staff/wordings", KEEP_WORDINGS),
            needs(POST, "/staff/wordings", KEEP_WORDINGS),
            needs(GET, "/staff/wordings/{id}", KEEP_WORDINGS),
            needs(POST, "/staff/wordings/{id}", KEEP_WORDINGS),
            needs(POST, "/staff/wordings/{id}/publications", KEEP_WORDINGS),
            needs(POST, "/staff/wordings/{id}/withdrawals", KEEP_WORDINGS),
            needs(GET, "/api/v1/vouchers", KEEP_VOUCHERS),
            needs(POST, "/api/v1/vouchers", KEEP_VOUCHERS),
            needs(GET, "/api/v1/vouchers/reconciliation", KEEP_VOUCHERS),
            needs(GET, "/api/v1/vouchers/{code}", KEEP_VOUCHERS),
            needs(POST, "/api/v1/vouchers/{code}/stops", KEEP_VOUCHERS),
            needs(POST, "/api/v1/vouchers/{code}/resumptions", KEEP_VOUCHERS),
            needs(POST, "/api/v1/vouchers/{code}/ends", KEEP_VOUCHERS),
            needs(GET, "/staff/vouchers", KEEP_VOUCHERS),
            needs(POST, "/staff/vouchers", KEEP_VOUCHERS),
            needs(GET, "/staff/vouchers/{code}", KEEP_VOUCHERS),
            needs(POST, "/staff/vouchers/{code}", KEEP_VOUCHERS),
            needs(GET, "/staff/fairs", RUN_FAIRS, LEFT_OUT),
            needs(GET, "/staff/fairs/new", RUN_FAIRS),
            needs(POST, "/staff/fairs", RUN_FAIRS, TOLD),
            needs(GET, "/staff/fairs/{fair}", RUN_FAIRS, HIDDEN),
            needs(GET, "/staff/fairs/{fair}/plan", RUN_FAIRS, HIDDEN),
            needs(POST, "/staff/fairs/{fair}/plan", RUN_FAIRS, HIDDEN),
            needs(POST, "/staff/fairs/{fair}/picks", RUN_FAIRS, HIDDEN),
            needs(POST, "/staff/fairs/{fair}/drops", RUN_FAIRS, HIDDEN),
            needs(POST, "/staff/fairs/{fair}/publication", RUN_FAIRS, HIDDEN),
            needs(POST, "/staff/fairs/{fair}/closing", RUN_FAIRS, HIDDEN),
            needs(POST, "/staff/fairs/{fair}/stock", RUN_FAIRS, HIDDEN));

    private SellingAccess() {}
}
