package vn.ocopmarket.bench.races;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.ocopmarket.bench.races.Shop.Answer;

/** Holds answers and shelves against what the model foretells; of what others trade with meanwhile nothing is foretold. */
record Foretelling(RacingMarket market, TradeModel model, Books books) {

    private static final int REFUSED = 409;

    void answer(Collection<String> skus, boolean isPossible, Answer answer, int success) {
        if (model.areWatched(skus)) {
            books.equal("answer " + answer + " for " + skus, isPossible, answer.status() == success);
        } else if (answer.status() != success && answer.status() != REFUSED) {
            books.equal("answer for " + skus, REFUSED, answer);
        }
    }

    /** What left a place for another, whose and of which lots. */
    void left(String place, Goods expected, Goods seen) {
        for (var sku : expected.skus()) {
            if (model.isWatched(sku)) {
                books.equal(
                        "what left " + place + " of " + sku,
                        expected.bySku().getOrDefault(sku, Map.of()),
                        seen.bySku().getOrDefault(sku, Map.of()));
            }
        }
    }

    void shelves(Collection<String> skus) {
        shelves(List.of(Clerk.WAREHOUSE), skus);
    }

    void shelves(List<String> places, Collection<String> skus) {
        for (var place : places) {
            skus.stream()
                    .filter(model::isWatched)
                    .forEach(sku ->
                            books.heaps(place, sku, model.shelf(place, sku).levels()));
        }
    }
}
