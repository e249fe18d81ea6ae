package vn.ocopmarket.bench.races;

import java.util.List;
import java.util.Map;
import vn.ocopmarket.bench.races.Shop.Answer;
import vn.ocopmarket.bench.races.Shop.Line;

/** Carts that may be refused, because what is wanted is not there. */
final class Filling {

    private Filling() {}

    /** The answer to the last line, or the first refusal. */
    static Answer cart(Shop shop, List<Line> lines) {
        var created = shop.surely(() -> shop.post("/api/v1/carts", Map.of(), Map.of()));
        var path = "/api/v1/carts/" + created.json().path("id").asString() + "/lines/";
        var answer = created;
        for (var line : lines) {
            answer = shop.untilAnswered(() -> shop.put(path + line.sku(), Map.of("quantity", line.quantity())));
            if (answer.status() != 200) {
                return answer;
            }
        }
        return answer;
    }
}
