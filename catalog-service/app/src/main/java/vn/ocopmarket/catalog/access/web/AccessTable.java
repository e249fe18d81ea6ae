package vn.ocopmarket.catalog.access.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static vn.ocopmarket.catalog.access.Permission.ADMINISTER;
import static vn.ocopmarket.catalog.access.Permission.ANSWER_FINDINGS;
import static vn.ocopmarket.catalog.access.Permission.CLOSE_RECALLS;
import static vn.ocopmarket.catalog.access.Permission.EDIT_PRODUCTS;
import static vn.ocopmarket.catalog.access.Permission.INSPECT;
import static vn.ocopmarket.catalog.access.Permission.KEEP_LISTS;
import static vn.ocopmarket.catalog.access.Permission.KEEP_LOTS;
import static vn.ocopmarket.catalog.access.Permission.KEEP_STAMPS;
import static vn.ocopmarket.catalog.access.Permission.SEE_FINDINGS;
import static vn.ocopmarket.catalog.access.Permission.SEE_LISTS;
import static vn.ocopmarket.catalog.access.web.AccessRule.needs;
import static vn.ocopmarket.catalog.access.web.AccessRule.open;
import static vn.ocopmarket.catalog.access.web.Elsewhere.HIDDEN;
import static vn.ocopmarket.catalog.access.web.Elsewhere.LEFT_OUT;
import static vn.ocopmarket.catalog.access.web.Elsewhere.TOLD;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import vn.ocopmarket.catalog.access.Permissions;

/**
 * Which permission an endpoint takes; who has it is said in {@link Permissions}. Every endpoint has its line, and a test
 * walks them all. As with the endpoints themselves the most specific pattern decides, so the order of lines means nothing.
 */
final class AccessTable {

    /** Reads are open on this internal port. */
    private static final List<AccessRule> OPEN = List.of(
            open(GET, "/api/openapi.json"),
            open(GET, "/api/docs"),
            open(GET, "/api/v1/places/provinces"),
            open(GET, "/api/v1/places/provinces/{code}/communes"),
            open(GET, "/api/v1/places/{code}/communes"),
            open(GET, "/api/v1/places/communes/{code}"),
            open(GET, "/api/v1/places/search"),
            open(GET, "/api/v1/imports/template.xlsx"),
            open(GET, "/api/v1/producers"),
            open(GET, "/api/v1/producers/{idOrSlug}"),
            open(GET, "/api/v1/media/{id}"),
            open(GET, "/api/v1/media/{id}/{rendition}"),
            open(GET, "/api/v1/products"),
            open(GET, "/api/v1/products/{idOrSlug}"),
            open(GET, "/api/v1/decisions/{sha256}"),
            open(GET, "/api/v1/exports/products"),
            open(GET, "/api/v1/lots"),
            open(GET, "/api/v1/lots/newest"),
            open(GET, "/api/v1/lots/{id}"),
            open(GET, "/api/v1/traces"),
            open(GET, "/api/v1/traces/{lot}"),
            open(GET, "/api/v1/recalls"),
            open(GET, "/api/v1/links"),
            open(GET, "/api/v1/links/answers"),
            open(GET, "/api/v1/indicators"),
            open(GET, "/api/v1/stamps/{number}"),
            open(GET, "/api/v1/changes"));

    /** For those with the permission. */
    private static final List<AccessRule> GUARDED = List.of(
            needs(POST, "/api/v1/imports", KEEP_LISTS),
            needs(GET, "/api/v1/imports", KEEP_LISTS),
            needs(GET, "/api/v1/imports/{id}", KEEP_LISTS, HIDDEN),
            needs(GET, "/api/v1/imports/{id}/errors.csv", KEEP_LISTS, HIDDEN),
            needs(GET, "/api/v1/imports/{id}/differences", KEEP_LISTS, HIDDEN),
            needs(GET, "/api/v1/imports/{id}/differences.csv", KEEP_LISTS, HIDDEN),
            needs(GET, "/api/v1/imports/{id}/differences.xlsx", KEEP_LISTS, HIDDEN),
            needs(POST, "/api/v1/imports/{id}/applications", KEEP_LISTS, HIDDEN),
            needs(POST, "/api/v1/imports/{id}/undoings", KEEP_LISTS, HIDDEN),
            needs(GET, "/api/v1/imports/{id}/undoings", KEEP_LISTS, HIDDEN),
            needs(POST, "/api/v1/imports/{id}/undoings/{productId}", KEEP_LISTS, HIDDEN),
            needs(GET, "/api/v1/imports/{id}/errors", KEEP_LISTS, HIDDEN),
            needs(POST, "/api/v1/media", EDIT_PRODUCTS),
            needs(POST, "/api/v1/producers", KEEP_LISTS, TOLD),
            needs(PUT, "/api/v1/producers/{id}", EDIT_PRODUCTS, TOLD),
            needs(POST, "/api/v1/products", KEEP_LISTS, TOLD),
            needs(PUT, "/api/v1/products/{id}", EDIT_PRODUCTS, TOLD),
            needs(POST, "/api/v1/products/{id}/certificates", KEEP_LISTS, TOLD),
            needs(POST, "/api/v1/products/{id}/certificates/{*rest}", KEEP_LISTS, TOLD),
            needs(PUT, "/api/v1/products/{id}/certificates/{*rest}", KEEP_LISTS, TOLD),
            needs(PUT, "/api/v1/products/{id}/dossier", KEEP_LISTS, TOLD),
            needs(GET, "/api/v1/certificates", SEE_LISTS, TOLD),
            needs(GET, "/api/v1/certificates/export.csv", SEE_LISTS, TOLD),
            needs(GET, "/api/v1/certificates/export.xlsx", SEE_LISTS, TOLD),
            needs(POST, "/api/v1/certificates/acts", KEEP_LISTS),
            needs(POST, "/api/v1/decisions", KEEP_LISTS),
            needs(GET, "/api/v1/findings", SEE_FINDINGS, LEFT_OUT),
            needs(POST, "/api/v1/findings", INSPECT, TOLD),
            needs(GET, "/api/v1/findings/{id}", SEE_FINDINGS, HIDDEN),
            needs(POST, "/api/v1/findings/{id}/answers", ANSWER_FINDINGS, HIDDEN),
            needs(POST, "/api/v1/findings/{id}/extensions", INSPECT, HIDDEN),
            needs(POST, "/api/v1/findings/{id}/closings", INSPECT, HIDDEN),
            needs(POST, "/api/v1/findings/{id}/suspensions", INSPECT, HIDDEN),
            needs(POST, "/api/v1/findings/{id}/evidence", INSPECT, HIDDEN),
            needs(GET, "/api/v1/findings/{id}/evidence/{sha256}", SEE_FINDINGS, HIDDEN),
            needs(GET, "/api/v1/products/{id}/history", EDIT_PRODUCTS, HIDDEN),
            needs(GET, "/api/v1/producers/{id}/history", EDIT_PRODUCTS, HIDDEN),
            needs(GET, "/api/v1/proposals", EDIT_PRODUCTS),
            needs(GET, "/api/v1/proposals/own", EDIT_PRODUCTS),
            needs(GET, "/api/v1/proposals/{id}", EDIT_PRODUCTS, HIDDEN),
            needs(POST, "/api/v1/proposals/{id}/approvals", KEEP_LISTS, HIDDEN),
            needs(POST, "/api/v1/proposals/{id}/returns", KEEP_LISTS, HIDDEN),
            needs(POST, "/api/v1/proposals/{id}/withdrawals", EDIT_PRODUCTS, HIDDEN),
            needs(POST, "/api/v1/lots", KEEP_LOTS, TOLD),
            needs(PUT, "/api/v1/lots/{id}", KEEP_LOTS, TOLD),
            needs(POST, "/api/v1/lots/{id}/recalls", KEEP_LOTS, TOLD),
            needs(POST, "/api/v1/lots/{id}/recalls/closings", CLOSE_RECALLS, TOLD),
            needs(POST, "/api/v1/lots/{id}/recalls/evidence", KEEP_LOTS, TOLD),
            needs(GET, "/api/v1/lots/{id}/recalls/evidence/{sha256}", KEEP_LOTS, TOLD),
            needs(GET, "/api/v1/stamp-batches", KEEP_STAMPS, LEFT_OUT),
            needs(POST, "/api/v1/stamp-batches", KEEP_STAMPS, TOLD),
            needs(GET, "/api/v1/stamp-batches/{id}", KEEP_STAMPS, HIDDEN),
            needs(GET, "/api/v1/stamp-batches/{id}/history", KEEP_STAMPS, HIDDEN),
            needs(POST, "/api/v1/stamp-batches/{id}/ranges", KEEP_STAMPS, HIDDEN),
            needs(POST, "/api/v1/stamp-batches/{id}/ranges/{range}/returns", KEEP_STAMPS, HIDDEN),
            needs(POST, "/api/v1/stamp-batches/{id}/notes", KEEP_STAMPS, HIDDEN),
            needs(POST, "/api/v1/stamp-batches/{id}/corrections", KEEP_STAMPS, HIDDEN),
            needs(POST, "/api/v1/epcis/capture", KEEP_LOTS),
            needs(GET, "/api/v1/epcis/events", KEEP_LOTS),
            needs(GET, "/api/v1/epcis/export", KEEP_LOTS));

    /** What has no line: nobody else gets at what was forgotten; what is no endpoint needs no guard. */
    private static final List<AccessRule> REST = List.of(
            open(GET, "/api/docs.css"),
            open(GET, "/api/docs.js"),
            needs(null, "/api/**", ADMINISTER),
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
