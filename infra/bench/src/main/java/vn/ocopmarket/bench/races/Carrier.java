package vn.ocopmarket.bench.races;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What one trader sends from one place to another; of what arrives some is damaged, missing or too much. */
record Carrier(RacingMarket market, TradeModel model, Foretelling foretelling, Chance chance) {

    private static final List<Came> AS_SENT_MOSTLY =
            List.of(Came.AS_SENT, Came.AS_SENT, Came.AS_SENT, Came.ONE_DAMAGED, Came.ONE_MISSING, Came.ONE_MORE);

    /** How goods arrive. */
    private enum Came {
        AS_SENT,
        ONE_DAMAGED,
        ONE_MISSING,
        ONE_MORE
    }

    static String damagedAt(String place) {
        return place + ".damaged";
    }

    static String onTheWayTo(String place) {
        return place + ".in-transit";
    }

    /** Whether it lies beside a location, and is sold to nobody. */
    static boolean isApart(String place) {
        return place.contains(".");
    }

    /** More goes than comes back, as only what lies in the warehouse is sold. */
    void transfer() {
        var isBack = chance.below(5) < 2;
        var from = isBack ? Clerk.STOREROOM : Clerk.WAREHOUSE;
        var to = isBack ? Clerk.WAREHOUSE : Clerk.STOREROOM;
        var wanted = chance.basket();
        model.alone(wanted.keySet(), () -> {
            var isPossible = model.hasAvailable(from, wanted);
            var expected = model.first(from, wanted);
            var body = Map.of("from", from, "to", to, "lines", Trader.lines(wanted));
            var answer =
                    market.shop().untilAnswered(() -> market.clerk().post("/api/v1/transfers", body, chance.key()));
            foretelling.answer(wanted.keySet(), isPossible, answer, 201);
            if (answer.status() == 201) {
                var sent = sent(answer.json());
                foretelling.left(from, expected, sent);
                sent.each((sku, heap, units) -> model.shelf(from, sku).arrive(heap, -units));
                receive(answer.json().path("id").asString(), to, sent);
            }
            foretelling.shelves(List.of(from, to, damagedAt(to)), wanted.keySet());
        });
    }

    private static Goods sent(JsonNode transfer) {
        var sent = new TreeMap<String, Map<Heap, Long>>();
        for (var parcel : transfer.path("parcels")) {
            sent.computeIfAbsent(parcel.path("sku").asString(), _ -> new EnumMap<>(Heap.class))
                    .merge(Heap.of(parcel), parcel.path("sent").asLong(), Long::sum);
        }
        return new Goods(sent);
    }

    private void receive(String transfer, String to, Goods sent) {
        var lines = new ArrayList<Map<String, Object>>();
        sent.each((sku, heap, units) -> {
            var came = chance.of(AS_SENT_MOSTLY);
            var damaged = came == Came.ONE_DAMAGED ? 1L : 0L;
            var good = units + (came == Came.ONE_MORE ? 1 : 0) - (came == Came.ONE_MISSING ? 1 : 0) - damaged;
            lines.add(counted(sku, heap, good, damaged));
            model.shelf(to, sku).arrive(heap, good);
            model.shelf(damagedAt(to), sku).arrive(heap, damaged);
        });
        var path = "/api/v1/transfers/" + transfer + "/receptions";
        var unused = market.shop()
                .surely(() -> market.clerk().post(path, Map.of("lines", lines), chance.key() + "-received"));
    }

    private static Map<String, Object> counted(String sku, Heap heap, long good, long damaged) {
        var line = new HashMap<>(heap.named());
        // Of a lot that came as both it has to be said.
        line.putIfAbsent("ownership", "CONSIGNED");
        line.put("sku", sku);
        line.put("good", good);
        line.put("damaged", damaged);
        line.put("reason", "LOST");
        return line;
    }
}
