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
    static final String PASSWORD = "walk-the-table";

    private static final String FAIR_FORM =
            "name=Hoi+cho+thu&province=<province>&address=Cho&first=2027-01-10&last=2027-01-12&organiser=So&stalls=A1+HTX";

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
                    "{\"locationId\":\"<location>\",\"sku\":\"S\",\"difference\":1,\"reason\":\"found\"}"),
            Map.entry("POST /api/v1/stock/counts", "{\"locationId\":\"<location>\",\"sku\":\"S\",\"counted\":1}"),
            Map.entry("POST /api/v1/orders/{id}/fulfillments", "{\"state\":\"PACKED\"}"),
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
                .replaceAll("\\{[^/]*}", "x");
        return content.startsWith("?") ? new Sample(path + content, "") : new Sample(path, body(pattern, content));
    }

    private static String body(String pattern, String content) {
        return content.isEmpty() && pattern.startsWith("/api/") ? "{}" : content;
    }

    private static String filled(String text, World world) {
        return text.replace("<location>", world.location()).replace("<province>", world.province());
    }

    /** What tells that something is listed. */
    static @Nullable String mark(AccessRule rule, World world) {
        return switch (rule.pattern().getPatternString()) {
            case "/api/v1/orders" -> "N-" + world.order();
            case "/pos" -> world.location();
            case "/staff/fairs" -> world.fair();
            default -> null;
        };
    }
}
