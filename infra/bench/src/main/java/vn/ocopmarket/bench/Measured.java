package vn.ocopmarket.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A scenario with the load that runs it. */
public record Measured(Load load, Scenario scenario) {

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int WARM_UPS = 9;
    private static final int COMPILED_AFTER = 8_000;
    private static final double SETTLED = 0.93;
    private static final int SLICES = 4;

    /**
     * Runs until there was enough to compile and an operation costs hardly less than before, because compilers lag far behind
     * on a busy machine.
     */
    public void warmUp(int connections) throws InterruptedException {
        var least = Double.MAX_VALUE;
        var operations = 0;
        for (var round = 0; round < WARM_UPS; round++) {
            var result = load.run(scenario, connections, WARM_UP);
            if (result.operations() == 0) {
                throw new IllegalStateException(scenario.name() + " does not work: " + result.firstErrors());
            }
            operations += result.operations();
            if (operations >= COMPILED_AFTER && result.cpuMillisPerOperation() > SETTLED * least) {
                return;
            }
            least = Math.min(least, result.cpuMillisPerOperation());
        }
    }

    /** Runs all in turns of a part of their time, so that whatever else goes on meanwhile costs each of them the same. */
    public static List<Load.Result> inTurns(List<Measured> all, int connections, Duration each)
            throws InterruptedException {
        var results = new ArrayList<Load.Result>();
        for (var slice = 0; slice < SLICES; slice++) {
            for (var number = 0; number < all.size(); number++) {
                var one = all.get(number);
                var result = one.load.run(one.scenario, connections, each.dividedBy(SLICES));
                if (slice == 0) {
                    results.add(result);
                } else {
                    results.set(number, results.get(number).and(result));
                }
            }
        }
        return results;
    }
}
