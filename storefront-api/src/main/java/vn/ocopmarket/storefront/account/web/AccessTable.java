package vn.ocopmarket.storefront.account.web;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static vn.ocopmarket.storefront.account.Permission.ADMINISTER;
import static vn.ocopmarket.storefront.account.Permission.ANSWER_FINDINGS;
import static vn.ocopmarket.storefront.account.Permission.CHECK_SHELVES;
import static vn.ocopmarket.storefront.account.Permission.CORRECT_STOCK;
import static vn.ocopmarket.storefront.account.Permission.ENTER_STAFF_ROOMS;
import static vn.ocopmarket.storefront.account.Permission.FOLLOW_RECALLS;
import static vn.ocopmarket.storefront.account.Permission.FULFIL_ORDERS;
import static vn.ocopmarket.storefront.account.Permission.INSPECT;
import static vn.ocopmarket.storefront.account.Permission.INVITE_STAFF;
import static vn.ocopmarket.storefront.account.Permission.KEEP_CERTIFICATES;
import static vn.ocopmarket.storefront.account.Permission.KEEP_LOCATIONS;
import static vn.ocopmarket.storefront.account.Permission.KEEP_LOTS;
import static vn.ocopmarket.storefront.account.Permission.KEEP_OWN_PRODUCTS;
import static vn.ocopmarket.storefront.account.Permission.KEEP_STAMPS;
import static vn.ocopmarket.storefront.account.Permission.PROVE_PAYMENTS;
import static vn.ocopmarket.storefront.account.Permission.PROVE_STOCK;
import static vn.ocopmarket.storefront.account.Permission.READ_AVAILABILITY;
import static vn.ocopmarket.storefront.account.Permission.READ_CHANGES;
import static vn.ocopmarket.storefront.account.Permission.RECEIVE_STOCK;
import static vn.ocopmarket.storefront.account.Permission.RUN_FAIRS;
import static vn.ocopmarket.storefront.account.Permission.SEE_FINDINGS;
import static vn.ocopmarket.storefront.account.Permission.SEE_LOCATIONS;
import static vn.ocopmarket.storefront.account.Permission.SEE_ORDERS;
import static vn.ocopmarket.storefront.account.Permission.SEE_RECALLS;
import static vn.ocopmarket.storefront.account.Permission.SEE_STOCK;
import static vn.ocopmarket.storefront.account.Permission.SELL_AT_COUNTER;
import static vn.ocopmarket.storefront.account.Permission.SHOW_TOKEN;
import static vn.ocopmarket.storefront.account.Permission.TRANSFER_STOCK;
import static vn.ocopmarket.storefront.account.web.AccessRule.needs;
import static vn.ocopmarket.storefront.account.web.AccessRule.open;
import static vn.ocopmarket.storefront.account.web.Elsewhere.HIDDEN;
import static vn.ocopmarket.storefront.account.web.Elsewhere.LEFT_OUT;
import static vn.ocopmarket.storefront.account.web.Elsewhere.TOLD;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import vn.ocopmarket.storefront.account.Permissions;

/**
 * Which permission an endpoint takes; who has it is said in {@link Permissions}. Every endpoint has its line, and a test
 * walks them all. As with the endpoints themselves the most specific pattern decides, so the order of lines means nothing.
 */
final class AccessTable {

    /** For everybody, signed in or not. */
    private static final List<AccessRule> OPEN = List.of(
            open(GET, "/api/v1/products"),
            open(GET, "/api/v1/products/{idOrSlug}"),
            open(GET, "/api/v1/suggest"),
            open(POST, "/api/v1/carts"),
            open(GET, "/api/v1/carts/{id}"),
            open(PUT, "/api/v1/carts/{id}/lines/{sku}"),
            open(DELETE, "/api/v1/carts/{id}/lines/{sku}"),
            open(POST, "/api/v1/checkouts"),
            open(GET, "/api/v1/orders/{id}"),
            open(POST, "/api/v1/orders/{id}/cancellations"),
            open(GET, "/api/v1/fairs"),
            open(GET, "/api/v1/fairs/{slug}"),
            open(POST, "/api/v1/payments/stripe/webhook"),
            open(POST, "/api/v1/tokens"),
            open(GET, "/api/openapi.json"),
            open(GET, "/api/docs"),
            open(GET, "/.well-known/jwks.json"),
            open(GET, "/"),
            open(GET, "/about/ranking"),
            open(GET, "/about/stars"),
            open(GET, "/indicators"),
            open(GET, "/indicators.xlsx"),
            open(GET, "/api/v1/indicators"),
            open(GET, "/places/{code:[0-9]{5}}"),
            open(GET, "/stamps"),
            open(GET, "/stamps/{number}"),
            open(GET, "/search"),
            open(GET, "/suggest"),
            open(GET, "/products/{idOrSlug}"),
            open(GET, "/products/{idOrSlug}/certificate"),
            open(GET, "/decisions/{name}"),
            open(GET, "/producers/{id:[A-Za-z0-9_-]{1,100}}"),
            open(GET, "/01/{*rest}"),
            open(GET, "/gtin/{*rest}"),
            open(GET, "/t/{lot:[0-9a-z]{14}}"),
            open(GET, "/trace/qr.svg"),
            open(GET, "/trace/qr.png"),
            open(GET, "/.well-known/gs1resolver"),
            open(GET, "/robots.txt"),
            open(GET, "/sitemap.xml"),
            open(GET, "/assets/{name}"),
            open(GET, "/media/{id:[0-9a-z]{32}}"),
            open(GET, "/media/{id:[0-9a-z]{32}}/{name:[0-9]{1,4}\\.(?:webp|jpg)}"),
            open(GET, "/cart"),
            open(POST, "/cart/lines"),
            open(POST, "/cart/lines/change"),
            open(GET, "/checkout"),
            open(POST, "/checkout"),
            open(GET, "/orders/{id}"),
            open(POST, "/orders/{id}/cancel"),
            open(GET, "/fairs"),
            open(GET, "/fairs/{slug}"),
            open(GET, "/fairs/{slug}/catalogue"),
            open(GET, "/sign-in"),
            open(POST, "/sign-in"),
            open(GET, "/sign-in/provider"),
            open(GET, "/sign-in/callback"),
            open(GET, "/sign-in/code"),
            open(POST, "/sign-in/code"),
            open(GET, "/sign-in/second-factor"),
            open(POST, "/sign-in/second-factor"),
            open(POST, "/sign-out"),
            open(GET, "/password/forgotten"),
            open(POST, "/password/forgotten"),
            open(GET, "/password/{token}"),
            open(POST, "/password/{token}"));

    /**
     * For those with the permission. What desks show of the catalogue the catalogue decides, by its own table, for each
     * province and producer.
     */
    private static final List<AccessRule> GUARDED = List.of(
            needs(GET, "/api/v1/orders", SEE_ORDERS, LEFT_OUT),
            needs(POST, "/api/v1/orders/{id}/fulfillments", FULFIL_ORDERS, HIDDEN),
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
            needs(GET, "/api/v1/changes", READ_AVAILABILITY),
            needs(GET, "/api/v1/availability", READ_AVAILABILITY),
            needs(GET, "/api/v1/exports/availability", READ_AVAILABILITY),
            needs(GET, "/api/v1/payments/reconciliation", PROVE_PAYMENTS),
            needs(POST, "/api/v1/payments/reconciliation", PROVE_PAYMENTS),
            needs(GET, "/api/v1/tokens/current", SHOW_TOKEN),
            needs(POST, "/api/v1/signing-keys", ADMINISTER),
            needs(GET, "/pos", SELL_AT_COUNTER, LEFT_OUT),
            needs(GET, "/pos/{location}", SELL_AT_COUNTER, HIDDEN),
            needs(POST, "/pos/{location}/scan", SELL_AT_COUNTER, HIDDEN),
            needs(POST, "/pos/{location}/lines", SELL_AT_COUNTER, HIDDEN),
            needs(POST, "/pos/{location}/discard", SELL_AT_COUNTER, HIDDEN),
            needs(POST, "/pos/{location}/book", SELL_AT_COUNTER, HIDDEN),
            needs(GET, "/pos/{location}/stock", SELL_AT_COUNTER, HIDDEN),
            needs(GET, "/pos/{location}/deliveries", SELL_AT_COUNTER, HIDDEN),
            needs(POST, "/pos/{location}/deliveries", SELL_AT_COUNTER, HIDDEN),
            needs(GET, "/pos/{location}/receipts/{sale}", SELL_AT_COUNTER, HIDDEN),
            needs(GET, "/pos/{location}/takings", SELL_AT_COUNTER, HIDDEN),
            needs(GET, "/staff", ENTER_STAFF_ROOMS),
            needs(POST, "/staff/sign-out-everywhere", ENTER_STAFF_ROOMS),
            needs(GET, "/staff/second-factor", ENTER_STAFF_ROOMS),
            needs(POST, "/staff/second-factor/setup", ENTER_STAFF_ROOMS),
            needs(POST, "/staff/second-factor/confirmation", ENTER_STAFF_ROOMS),
            needs(POST, "/staff/second-factor/recovery-codes", ENTER_STAFF_ROOMS),
            needs(POST, "/staff/second-factor/removal", ENTER_STAFF_ROOMS),
            needs(POST, "/staff/second-factor/resets", ADMINISTER),
            needs(GET, "/staff/imports", KEEP_CERTIFICATES),
            needs(POST, "/staff/imports", KEEP_CERTIFICATES),
            needs(GET, "/staff/imports/template.xlsx", KEEP_CERTIFICATES),
            needs(GET, "/staff/imports/{id}", KEEP_CERTIFICATES),
            needs(GET, "/staff/imports/{id}/progress", KEEP_CERTIFICATES),
            needs(GET, "/staff/imports/{id}/files/{name}", KEEP_CERTIFICATES),
            needs(POST, "/staff/imports/{id}/applications", KEEP_CERTIFICATES),
            needs(POST, "/staff/imports/{id}/undoings", KEEP_CERTIFICATES),
            needs(POST, "/staff/imports/{id}/undoings/{product}", KEEP_CERTIFICATES),
            needs(GET, "/staff/invitations", INVITE_STAFF),
            needs(POST, "/staff/invitations", INVITE_STAFF, TOLD),
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
            needs(GET, "/staff/products", KEEP_OWN_PRODUCTS),
            needs(GET, "/staff/products/{id}", KEEP_OWN_PRODUCTS),
            needs(POST, "/staff/products/{id}/prices", KEEP_OWN_PRODUCTS),
            needs(POST, "/staff/products/{id}/packs", KEEP_OWN_PRODUCTS),
            needs(GET, "/staff/products/{id}/pictures", KEEP_OWN_PRODUCTS),
            needs(POST, "/staff/products/{id}/pictures", KEEP_OWN_PRODUCTS),
            needs(GET, "/staff/products/{id}/story", KEEP_OWN_PRODUCTS),
            needs(POST, "/staff/products/{id}/story", KEEP_OWN_PRODUCTS),
            needs(GET, "/staff/proposals", KEEP_OWN_PRODUCTS),
            needs(POST, "/staff/proposals/{id}/withdrawals", KEEP_OWN_PRODUCTS),
            needs(GET, "/staff/changes", READ_CHANGES),
            needs(POST, "/staff/changes", READ_CHANGES),
            needs(POST, "/staff/changes/{id}/returns", READ_CHANGES),
            needs(GET, "/staff/certificates", KEEP_CERTIFICATES),
            needs(GET, "/staff/certificates/export.{type}", KEEP_CERTIFICATES),
            needs(POST, "/staff/certificates/bulk", KEEP_CERTIFICATES),
            needs(POST, "/staff/certificates/bulk/acts", KEEP_CERTIFICATES),
            needs(GET, "/staff/certificates/{product}", KEEP_CERTIFICATES),
            needs(POST, "/staff/certificates/{product}/issue", KEEP_CERTIFICATES),
            needs(POST, "/staff/certificates/{product}/acts", KEEP_CERTIFICATES),
            needs(POST, "/staff/certificates/{product}/dossier", KEEP_CERTIFICATES),
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
            needs(POST, "/staff/stamps/{batch}/corrections", KEEP_STAMPS),
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

    /** What has no line: nobody else gets into a room that was forgotten, and the rest is the shop. */
    private static final List<AccessRule> REST = List.of(
            needs(null, "/api/**", ADMINISTER),
            needs(null, "/pos/**", ADMINISTER),
            needs(null, "/staff/**", ADMINISTER),
            open(null, "/**"));

    static final List<AccessRule> LINES =
            Stream.concat(OPEN.stream(), GUARDED.stream()).toList();

    private static final List<AccessRule> BY_SPECIFICITY = Stream.concat(LINES.stream(), REST.stream())
            .sorted(Comparator.comparing(AccessRule::pattern, PathPattern.SPECIFICITY_COMPARATOR))
            .toList();

    private AccessTable() {}

    static AccessRule of(HttpMethod method, PathContainer path) {
        return BY_SPECIFICITY.stream()
                .filter(rule -> rule.fits(method, path))
                .findFirst()
                .orElseThrow();
    }
}
