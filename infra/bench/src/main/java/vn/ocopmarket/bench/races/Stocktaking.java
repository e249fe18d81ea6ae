package vn.ocopmarket.bench.races;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** At the end, every place against the model and its ledger, and what was sold of each owner against the settlement. */
record Stocktaking(RacingMarket market, TradeModel model, Books books) {

    private static final List<String> PLACES = List.of(
            Clerk.WAREHOUSE,
            Clerk.STOREROOM,
            Carrier.damagedAt(Clerk.WAREHOUSE),
            Carrier.damagedAt(Clerk.STOREROOM),
            Carrier.onTheWayTo(Clerk.WAREHOUSE),
            Carrier.onTheWayTo(Clerk.STOREROOM));

    /** Under it the settlement's proof has what was nobody's to be paid for. */
    private static final String OWNED = "OWNED";

    private static final String OPEN = "";

    /** What the settlement says. */
    private record Settled(Map<String, Long> sold, String findings, long healed) {}

    void prove() {
        for (var sku : model.skus()) {
            PLACES.forEach(place -> prove(place, sku));
        }
        var expected = new Settled(sold(), "[]", 0);
        books.await("what was settled", expected, this::settled);
        System.out.printf("sold on consignment and of the market's own, in dong: %s%n", expected.sold());
    }

    private void prove(String place, String sku) {
        var expected = model.shelf(place, sku);
        if (isForetold(place, sku)) {
            books.heaps(place, sku, expected.levels());
        } else {
            books.await(
                    sku + " at " + place, expected.sum(), () -> market.shelves().sum(place, sku));
        }
        books.await(
                "ledger of " + sku + " at " + place,
                onHand(place, sku),
                () -> market.shelves().ledger(place, sku));
    }

    /** Of what many buy at once nobody knows whose units each got. */
    private boolean isForetold(String place, String sku) {
        return model.isWatched(sku) || !place.equals(Clerk.WAREHOUSE);
    }

    private Map<Heap, Long> onHand(String place, String sku) {
        var levels = isForetold(place, sku)
                ? model.shelf(place, sku).levels()
                : market.shelves().levels(place, sku);
        return levels.entrySet().stream()
                .filter(heap -> heap.getValue().onHand() != 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, heap -> heap.getValue().onHand()));
    }

    /** In dong: what came of each owner's goods and is not there any more was sold, whoever got it. */
    private Map<String, Long> sold() {
        var sold = new TreeMap<String, Long>();
        for (var sku : model.skus()) {
            var left = onHand(Clerk.WAREHOUSE, sku);
            for (var heap : Heap.values()) {
                var units = model.shelf(sku).came(heap) - left.getOrDefault(heap, 0L);
                sold.merge(heap.isOwned() ? OWNED : OPEN, units * market.price(sku), Long::sum);
            }
        }
        sold.values().removeIf(amount -> amount == 0);
        return sold;
    }

    private Settled settled() {
        var proof = market.clerk().settlement();
        var sold = new TreeMap<String, Long>();
        for (var month : proof.at("/result/months")) {
            sold.put(month.path("month").asString(), month.at("/settled/amount").asLong());
        }
        sold.values().removeIf(amount -> amount == 0);
        return new Settled(
                sold,
                proof.at("/result/findings").toString(),
                proof.path("healed").asLong());
    }
}
