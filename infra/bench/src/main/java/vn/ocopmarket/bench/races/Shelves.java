package vn.ocopmarket.bench.races;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.bench.races.Clerk.Level;

/** What lies where, and what the ledger says of it, as staff see it. */
record Shelves(Shop shop, Clerk clerk) {

    /** Without those where nothing is. */
    Map<Heap, Level> levels(String place, String sku) {
        var levels = new EnumMap<Heap, Level>(Heap.class);
        ask("/api/v1/stock?", place, sku, level -> {
            var seen = new Level(
                    level.path("onHand").asLong(),
                    level.path("allocated").asLong(),
                    level.path("held").asLong(),
                    level.path("available").asLong());
            levels.merge(Heap.of(level), seen, Level::plus);
        });
        levels.values().removeIf(Level.NONE::equals);
        return levels;
    }

    Level sum(String place, String sku) {
        return levels(place, sku).values().stream().reduce(Level.NONE, Level::plus);
    }

    /** Sums of the ledger, entry by entry; without those that come to nothing. */
    Map<Heap, Long> ledger(String place, String sku) {
        var sums = new EnumMap<Heap, Long>(Heap.class);
        ask(
                "/api/v1/stock/ledger?limit=500&",
                place,
                sku,
                entry -> sums.merge(Heap.of(entry), entry.path("quantity").asLong(), Long::sum));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    long ledgerSum(String place, String sku) {
        return ledger(place, sku).values().stream().mapToLong(Long::longValue).sum();
    }

    private void ask(String path, String place, String sku, Consumer<JsonNode> each) {
        var next = "";
        do {
            var asked = path + "sku=" + sku + "&location=" + place + next;
            var page = shop.surely(() -> shop.get(asked, clerk.signedIn())).json();
            page.path("items").forEach(each);
            next = page.path("next").isString()
                    ? "&cursor=" + URLEncoder.encode(page.path("next").asString(), StandardCharsets.UTF_8)
                    : "";
        } while (!next.isEmpty());
    }
}
