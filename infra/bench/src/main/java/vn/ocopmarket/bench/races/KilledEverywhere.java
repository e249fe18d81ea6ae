package vn.ocopmarket.bench.races;

import java.util.ArrayList;
import java.util.List;

/**
 * Does a deed again and again, and kills the storefront after its first step, its second, and so on until one ends before the
 * kill. A step is a write that changed something in the store; what is asked of others happens between two of them.
 *
 * @param every only each so manyth step, to be quicker
 */
record KilledEverywhere(Deed deed, int every) implements Trial {

    private static final int MOST_STEPS = 80;

    @Override
    public String name() {
        return "kill -9 between every two steps of " + deed.name();
    }

    @Override
    public Row run(RacingMarket market) {
        var wrong = new ArrayList<String>();
        var kills = 0;
        for (var step = 1; step <= MOST_STEPS; step += every) {
            var books = new Books(market);
            var attempt = deed.prepare(market);
            market.steps().begin(step);
            attempt.perform();
            attempt.prove(books);
            var died = market.steps().end();
            var steps = market.steps().taken();
            for (var fault : books.wrong()) {
                wrong.add("killed after " + steps.subList(0, Math.min(step, steps.size())) + ": " + fault);
            }
            if (!died) {
                return row(market, kills, steps, wrong);
            }
            kills++;
        }
        wrong.add("it has more than " + MOST_STEPS + " steps");
        return new Row(name(), deed.expected(), kills + " kills", wrong);
    }

    private Row row(RacingMarket market, int kills, List<String> steps, List<String> wrong) {
        var books = new Books(market);
        books.complaints();
        wrong.addAll(books.wrong());
        return new Row(
                name(), deed.expected(), "%d kills; steps: %s".formatted(kills, String.join(", ", steps)), wrong);
    }
}
