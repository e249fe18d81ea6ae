package vn.ocopmarket.storefront.suggest.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts that are not written down yet; when there are too many different ones the newest are forgotten. */
public final class Pending {

    private static final int MOST = 1_000;

    private final Map<Key, Integer> counts = new HashMap<>();

    private record Key(String query, LocalDate day) {}

    public synchronized void count(String query, LocalDate day) {
        var key = new Key(query, day);
        if (counts.size() < MOST || counts.containsKey(key)) {
            var _ = counts.merge(key, 1, Integer::sum);
        }
    }

    /** Gives each count once. */
    public synchronized List<DayCount> drain() {
        var drained = new ArrayList<DayCount>(counts.size());
        counts.forEach((key, people) -> drained.add(new DayCount(key.query(), key.day(), people)));
        counts.clear();
        return drained;
    }
}
