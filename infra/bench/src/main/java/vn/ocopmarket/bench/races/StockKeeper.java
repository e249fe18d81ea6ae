package vn.ocopmarket.bench.races;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What one trader does with the goods in the warehouse: they come, are set right and are counted, of one owner or the other. */
record StockKeeper(RacingMarket market, TradeModel model, Foretelling foretelling, Chance chance) {

    void receive() {
        var heaps = new TreeMap<String, Map<Heap, Long>>();
        chance.basket().forEach((sku, units) -> heaps.put(sku, Map.of(chance.heap(), units)));
        receive(new Goods(heaps), chance.key());
    }

    void receive(Goods goods, String key) {
        model.alone(goods.skus(), () -> {
            var lines = new TreeMap<String, List<Map<String, Object>>>();
            goods.each((sku, heap, units) -> {
                var line = heap.arriving();
                line.put("sku", sku);
                line.put("quantity", units);
                lines.merge(sku, List.of(line), StockKeeper::both);
            });
            market.clerk()
                    .receive(
                            key,
                            Clerk.WAREHOUSE,
                            lines.values().stream().flatMap(List::stream).toList());
            goods.each((sku, heap, units) -> model.shelf(sku).arrive(heap, units));
            foretelling.shelves(goods.skus());
        });
    }

    /** A correction up or down; down below what is promised must be refused. */
    void adjust() {
        var sku = chance.basket().firstKey();
        var difference = chance.between(-6, 4);
        if (difference == 0) {
            return;
        }
        var heap = chance.heap();
        set("adjustments", sku, heap, Map.of("difference", difference, "reason", "CORRECTION"), difference);
    }

    /** Only where nobody sells meanwhile: a count replaces what was known. */
    void count() {
        var sku = chance.watchedSku();
        var heap = chance.heap();
        var difference = chance.between(-6, 4);
        model.alone(List.of(sku), () -> {
            var known = model.shelf(sku).level(heap).onHand();
            var counted = Math.max(0, known + difference);
            set("counts", sku, heap, Map.of("counted", counted), counted - known);
        });
    }

    private void set(String kind, String sku, Heap heap, Map<String, Object> figures, long difference) {
        var skus = List.of(sku);
        model.alone(skus, () -> {
            var shelf = model.shelf(sku);
            var isPossible = shelf.level(heap).available() + difference >= 0;
            var body = new HashMap<>(heap.named());
            body.put("locationId", Clerk.WAREHOUSE);
            body.put("sku", sku);
            body.putAll(figures);
            var answer = market.shop().untilAnswered(() -> market.clerk().move(kind, body, chance.key()));
            foretelling.answer(skus, isPossible, answer, 201);
            if (answer.status() == 201) {
                shelf.arrive(heap, difference);
            }
            foretelling.shelves(skus);
        });
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
