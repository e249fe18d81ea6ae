package vn.ocopmarket.storefront.account.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for every endpoint: about what is one's own, what is another's, or what is nowhere. */
final class Samples {

    /** What is in the request's names. */
    record World(String location, String province, String fair, String order, String sale) {}

    /**
     * @param body JSON on the API, a form on pages
     */
    record Sample(String path, String body) {}

    static final String WALKER = "walker@sample.test";
    static final String MONTH = "2026-09";
    static final String PASSWORD = "walk-the-table";

    private static final String FAIR_FORM =
            "name=Hoi+cho+thu&province=<province>&address=Cho&first=2027-01-10&last=2027-01-12&organiser=So&stalls=A1+HTX";

    private static final String ONCE = "0123456789abcdefghijklmnop";

    private static final String ON_A_SHELF =
            "level=<location>%7CS%7C&quantity=1&direction=less&reason=LOST&condition=DAMAGED&once=" + ONCE;

    private static final String LINES = "\"lines\":[{\"sku\":\"S\",\"quantity\":1}]";

    /** The query (after a question mark) or the body of requests that name something there. */
    private static final Map<String, String> CONTENT = Map.ofEntries(
            Map.entry("GET /api/v1/stock", "?location=<location>"),
            Map.entry("GET /api/v1/stock/ledger", "?location=<location>"),
            Map.entry("GET /api/v1/availability", "?skus=S"),
            Map.entry("POST /api/v1/stock/receipts", "{\"locationId\":\"<location>\"," + LINES + "}"),
            Map.entry(
                    "POST /api/v1/stock/transfers",
                    "{\"locationId\":\"<location>\",\"toLocationId\":\"anywhere\"," + LINES + "}"),
            Map.entry(
                    "POST /api/v1/stock/adjustments",
                    "{\"locationId\":\"<location>\",\"sku\":\"S\",\"difference\":1,\"reason\":\"FOUND\"}"),
            Map.entry(
                    "POST /api/v1/stock/returns",
                    "{\"locationId\":\"<location>\",\"condition\":\"DAMAGED\"," + LINES + "}"),
            Map.entry(
                    "POST /api/v1/stock/set-asides",
                    "{\"locationId\":\"<location>\",\"condition\":\"DAMAGED\"," + LINES + "}"),
            Map.entry("POST /api/v1/transfers", "{\"from\":\"<location>\",\"to\":\"anywhere\"," + LINES + "}"),
            Map.entry(
                    "POST /api/v1/transfers/{id}/receptions", "{\"lines\":[{\"sku\":\"S\",\"good\":1,\"damaged\":0}]}"),
            Map.entry("GET /staff/stock/level", "?id=<location>|S|"),
            Map.entry("POST /staff/stock/adjustments", ON_A_SHELF),
            Map.entry("POST /staff/stock/set-asides", ON_A_SHELF),
            Map.entry("POST /staff/stock/returns", ON_A_SHELF),
            Map.entry("GET /api/v1/stock-counts", "?location=<location>"),
            Map.entry("POST /api/v1/stock-counts", "{\"locationId\":\"<location>\"}"),
            Map.entry("POST /api/v1/stock-counts/{id}/looks", "{\"sku\":\"S\",\"counted\":1}"),
            Map.entry("GET /api/v1/stock/low", "?location=<location>"),
            Map.entry("GET /api/v1/stock/near-expiry", "?location=<location>"),
            Map.entry("POST /api/v1/stock/confirmations", "{\"locationId\":\"<location>\",\"sku\":\"S\"}"),
            Map.entry("PUT /api/v1/stock/thresholds", "{\"locationId\":\"<location>\",\"sku\":\"S\",\"units\":3}"),
            Map.entry("POST /staff/stock/lists/confirmations", "location=<location>&sku=S"),
            Map.entry("POST /staff/stock/lists/thresholds", "location=<location>&sku=S&units=3"),
            Map.entry("POST /staff/stock/counts", "location=<location>&once=" + ONCE),
            Map.entry("POST /staff/stock/counts/{id}/looks", "c.S%7C=1&once=" + ONCE),
            Map.entry("POST /staff/stock/transfers", "from=<location>&to=anywhere&q.S=1&once=" + ONCE),
            Map.entry("POST /staff/stock/transfers/{id}/receptions", "good.0=1&once=" + ONCE),
            Map.entry("POST /api/v1/stock/counts", "{\"locationId\":\"<location>\",\"sku\":\"S\",\"counted\":1}"),
            Map.entry("POST /api/v1/orders/{id}/fulfillments", "{\"state\":\"PACKED\"}"),
            Map.entry("POST /api/v1/orders/{id}/shipments", "{\"locationId\":\"<location>\"}"),
            Map.entry("POST /api/v1/orders/{id}/shipments/{number}/steps", "{\"step\":\"DELIVERED\"}"),
            Map.entry("POST /api/v1/pickups", "{\"locationId\":\"<location>\",\"code\":\"00000000\"}"),
            Map.entry(
                    "POST /api/v1/pickups/handovers",
                    "{\"locationId\":\"<location>\",\"code\":\"00000000\",\"identityChecked\":true}"),
            Map.entry(
                    "POST /api/v1/orders/{id}/pickup-overrides",
                    "{\"reason\":\"lost\",\"identityChecked\":true,\"cashTaken\":{\"amount\":1,\"currency\":\"VND\"}}"),
            Map.entry("POST /staff/orders/{id}/pickup-overrides", "reason=lost&identity=yes&cash=1&once=" + ONCE),
            Map.entry("GET /staff/orders", "?pile=COLLECT"),
            Map.entry("GET /staff/orders/slips.pdf", "?id=<order>"),
            Map.entry("POST /staff/orders/{id}/parcels", "location=<location>&q.S=1&once=" + ONCE),
            Map.entry("POST /staff/orders/{id}/parcels/{number}", "step=DELIVERED&once=" + ONCE),
            Map.entry("POST /staff/orders/{id}/recipient", "name=A&phone=0900000000"),
            Map.entry("POST /staff/pickups", "location=<location>&code=00000000"),
            Map.entry("POST /staff/pickups/handovers", "location=<location>&code=00000000&once=" + ONCE),
            Map.entry(
                    "POST /api/v1/orders/{id}/refunds",
                    "{\"delivery\":false,\"reason\":\"broken\",\"refundedBefore\":{\"amount\":0,\"currency\":\"VND\"}}"),
            Map.entry(
                    "POST /api/v1/orders/{id}/drops",
                    "{\"lines\":[{\"sku\":\"S\",\"quantity\":1}],\"words\":\"none left\"}"),
            Map.entry("POST /staff/orders/{id}/drops", "units-S=1&words=A&once=" + ONCE),
            Map.entry("POST /api/v1/orders/{id}/links", "{\"leaked\":false}"),
            Map.entry("POST /api/v1/requests/{id}/decisions", "{\"approve\":true,\"words\":\"yes\"}"),
            Map.entry(
                    "POST /api/v1/requests/{id}/receptions",
                    "{\"locationId\":\"<location>\",\"parts\":[{\"sku\":\"S\",\"condition\":\"DAMAGED\",\"quantity\":1}]}"),
            Map.entry("POST /api/v1/requests/{id}/settlements", "{\"words\":\"done\"}"),
            Map.entry("POST /staff/requests/{id}/receptions", "location=<location>&n.0.DAMAGED=1&once=" + ONCE),
            Map.entry("POST /sign-in", "email=" + WALKER + "&password=" + PASSWORD + "&next=/there"),
            Map.entry("POST /staff/invitations", "email=new@sample.test&role=POS_STAFF&scope=<location>"),
            Map.entry("POST /staff/fairs", FAIR_FORM),
            Map.entry("POST /staff/fairs/{fair}/plan", FAIR_FORM.replace("<province>", "86")),
            Map.entry("POST /staff/fairs/{fair}/stock", "once=1&from=kho&stall=A1&sku=S&quantity=1"));

    private Samples() {}

    static Sample of(AccessRule rule, World world) {
        var pattern = rule.pattern().getPatternString();
        var content = filled(CONTENT.getOrDefault(rule.method() + " " + pattern, ""), world);
        var path = pattern.replace("{location}", world.location())
                .replace("{fair}", world.fair())
                .replace("{id}", world.order())
                .replace("{sale}", world.sale())
                .replace("{month}", MONTH)
                .replace("{number}", "1")
                .replaceAll("\\{[^/]*}", "x");
        return content.startsWith("?") ? new Sample(path + content, "") : new Sample(path, body(pattern, content));
    }

    private static String body(String pattern, String content) {
        return content.isEmpty() && pattern.startsWith("/api/") ? "{}" : content;
    }

    private static String filled(String text, World world) {
        return text.replace("<location>", world.location())
                .replace("<province>", world.province())
                .replace("<order>", world.order());
    }

    /** What tells that something is listed. */
    static @Nullable String mark(AccessRule rule, World world) {
        return switch (rule.pattern().getPatternString()) {
            case "/api/v1/orders", "/staff/orders" -> "N-" + world.order();
            case "/api/v1/requests" -> "R-" + world.order();
            case "/pos" -> world.location();
            case "/staff/fairs" -> world.fair();
            case "/api/v1/transfers", "/staff/stock/transfers" -> world.order();
            case "/api/v1/statements", "/staff/statements" -> world.order();
            default -> null;
        };
    }
}
