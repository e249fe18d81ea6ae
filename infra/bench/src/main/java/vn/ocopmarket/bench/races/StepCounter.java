package vn.ocopmarket.bench.races;

import java.util.ArrayList;
import java.util.List;

/** The steps that were taken since somebody began to count, and the one after which the market is to die. */
final class StepCounter {

    private final List<String> taken = new ArrayList<>();
    private int last = Integer.MAX_VALUE;

    /** Begins to count anew. */
    synchronized void begin(int lastStep) {
        taken.clear();
        last = lastStep;
    }

    /** Takes a step; true once, for the one asked for. */
    synchronized boolean isLast(String step) {
        taken.add(step);
        return taken.size() == last;
    }

    synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    /** Nothing dies any more. */
    synchronized boolean end() {
        var died = taken.size() >= last;
        last = Integer.MAX_VALUE;
        return died;
    }
}
