package vn.ocopmarket.bench.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.ocopmarket.contract.feed.Change;
import vn.ocopmarket.contract.feed.ChangePage;

/** A numbered log in memory, of which nothing is ever forgotten. */
final class GeneratedLog {

    private final List<Change> changes = new ArrayList<>();

    synchronized void add(String aggregateId, long version) {
        changes.add(new Change(
                changes.size() + 1L,
                aggregateId + ":" + version,
                "product.changed",
                aggregateId,
                version,
                Instant.now()));
        notifyAll();
    }

    /** Waits for a change when there is none after that number. */
    synchronized ChangePage read(long after, int limit, int waitSeconds) throws InterruptedException {
        var until = System.nanoTime() + waitSeconds * 1_000_000_000L;
        for (var left = 1L; changes.size() <= after && left > 0; ) {
            left = (until - System.nanoTime()) / 1_000_000;
            if (left > 0) {
                wait(left);
            }
        }
        var from = (int) Math.min(after, changes.size());
        var items = List.copyOf(changes.subList(from, Math.min(changes.size(), from + limit)));
        return new ChangePage(items, items.isEmpty() ? from : items.getLast().number(), 1);
    }
}
