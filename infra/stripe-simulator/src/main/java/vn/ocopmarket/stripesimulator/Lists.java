package vn.ocopmarket.stripesimulator;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.StripeError;

/** Pages through objects, newest first, as Stripe's lists do. */
final class Lists {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 100;

    private Lists() {}

    static ObjectNode page(String url, Stream<ObjectNode> newestFirst, ObjectNode query) {
        var limit = limit(query);
        var found = newestFirst
                .filter(object -> isCreatedWithin(object, query.path("created")))
                .limit(limit + 1L)
                .toList();
        var page = Json.object().put("object", "list").put("url", url).put("has_more", found.size() > limit);
        var data = page.putArray("data");
        found.stream().limit(limit).forEach(data::add);
        return page;
    }

    private static int limit(ObjectNode query) {
        if (!query.has("limit")) {
            return DEFAULT_LIMIT;
        }
        var limit = Amounts.whole(query, "limit");
        if (limit < 1 || limit > MAX_LIMIT) {
            throw StripeError.invalid("Invalid limit", "limit");
        }
        return (int) limit;
    }

    private static boolean isCreatedWithin(ObjectNode object, JsonNode created) {
        var at = object.path("created").asLong();
        return (!created.has("gte") || at >= Amounts.whole(created, "gte"))
                && (!created.has("gt") || at > Amounts.whole(created, "gt"))
                && (!created.has("lte") || at <= Amounts.whole(created, "lte"))
                && (!created.has("lt") || at < Amounts.whole(created, "lt"));
    }
}
